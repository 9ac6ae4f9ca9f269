package io.beskar7.domain.hardware;

import java.util.List;

/** Judges the report of a server. */
public final class Judge {
  private Judge() {}

  /**
   * Identity goes first: what another server has is of no interest. Where nothing can be compared,
   * the server is taken for the right one.
   *
   * @param expected what the BMC says the server is
   * @param reported what the server says, identity included
   */
  public static Judgement judge(
      Identity expected, HardwareRequirements wanted, HardwareFacts reported) {
    if (expected.compare(reported.identity()) instanceof Sameness.Different different) {
      return new Judgement.WrongMachine(
          "another server answered than the one behind the BMC: by its BMC the host has "
              + different.by()
              + " "
              + different.expected()
              + ", the report says "
              + different.found());
    }
    List<Misfit> misfits = Matching.misfitsAfterReport(wanted, reported);
    return misfits.isEmpty() ? new Judgement.Accepted() : new Judgement.Rejected(misfits);
  }
}
