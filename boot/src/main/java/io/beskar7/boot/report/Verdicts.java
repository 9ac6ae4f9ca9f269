package io.beskar7.boot.report;

import io.beskar7.api.report.Inspection;
import io.beskar7.api.run.ProvisioningRunSpec;
import io.beskar7.api.run.Verdict;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.domain.hardware.InvalidValue;
import io.beskar7.domain.hardware.Judge;
import io.beskar7.domain.hardware.Judgement;

/** Has the domain judge a report, and writes down what it says. */
final class Verdicts {
  private Verdicts() {}

  static Verdict of(ProvisioningRunSpec orders, Inspection report, String at) {
    Verdict verdict = new Verdict();
    verdict.at = at;
    try {
      Judgement judgement =
          Judge.judge(Facts.expected(orders), Facts.wanted(orders), Facts.of(report));
      verdict.result = result(judgement);
      verdict.message = judgement.message();
    } catch (InvalidValue e) {
      verdict.result = VerdictResult.REJECTED;
      verdict.message = e.getMessage();
    }
    return verdict;
  }

  private static VerdictResult result(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Accepted accepted -> VerdictResult.ACCEPTED;
      case Judgement.Rejected rejected -> VerdictResult.REJECTED;
      case Judgement.WrongMachine wrong -> VerdictResult.WRONG_MACHINE;
    };
  }
}
