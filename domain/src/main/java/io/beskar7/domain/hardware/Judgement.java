package io.beskar7.domain.hardware;

import java.util.List;

/** What is made of a report. */
public sealed interface Judgement {
  /** For people: why; empty when accepted. */
  String message();

  /** The server is not known to be another one, and it has all that is wanted. */
  record Accepted() implements Judgement {
    @Override
    public String message() {
      return "";
    }
  }

  /** It lacks something. */
  record Rejected(List<Misfit> misfits) implements Judgement {
    public Rejected {
      misfits = List.copyOf(misfits);
    }

    @Override
    public String message() {
      return Misfit.message(misfits);
    }
  }

  /** Another server has reported than the one behind the BMC. */
  record WrongMachine(String message) implements Judgement {}
}
