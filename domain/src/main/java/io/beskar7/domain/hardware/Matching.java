package io.beskar7.domain.hardware;

import io.beskar7.domain.hardware.Found.Unmet;
import io.beskar7.domain.hardware.Found.Untold;
import java.util.ArrayList;
import java.util.List;

/** Whether a server has what is wanted. */
public final class Matching {
  private Matching() {}

  /**
   * What speaks against the server before it is claimed. What it does not tell does not: its
   * inspection will.
   *
   * @return in the order of the requirements; empty when nothing speaks against it
   */
  public static List<Misfit> misfits(HardwareRequirements wanted, HardwareFacts facts) {
    return misfits(wanted, facts, false);
  }

  /**
   * What speaks against the server once it has reported: then also what it still does not tell.
   *
   * @return in the order of the requirements; empty when it fits
   */
  public static List<Misfit> misfitsAfterReport(HardwareRequirements wanted, HardwareFacts facts) {
    return misfits(wanted, facts, true);
  }

  private static List<Misfit> misfits(
      HardwareRequirements wanted, HardwareFacts facts, boolean untoldCounts) {
    List<Misfit> misfits = new ArrayList<>();
    for (Requirement requirement : wanted.all()) {
      switch (Look.at(facts, requirement, wanted.rootDisk())) {
        case Unmet found -> misfits.add(misfit(requirement, found.what()));
        case Untold ignored when untoldCounts -> misfits.add(misfit(requirement, "unknown"));
        case Untold ignored -> {}
        case Found.Met ignored -> {}
      }
    }
    return List.copyOf(misfits);
  }

  private static Misfit misfit(Requirement requirement, String found) {
    return new Misfit(requirement.field(), requirement.wanted(), found);
  }
}
