package io.beskar7.operator.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.reason.Reason;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.host.Cause;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a BMC's refusal is called in conditions. */
class FailureReasonTest {
  private static final Map<BmcFailure, Reason> REASONS =
      Map.ofEntries(
          Map.entry(BmcFailure.UNREACHABLE, Reason.BMC_UNREACHABLE),
          Map.entry(BmcFailure.TLS_NOT_TRUSTED, Reason.TLS_NOT_TRUSTED),
          Map.entry(BmcFailure.CREDENTIALS_REFUSED, Reason.CREDENTIALS_REFUSED),
          Map.entry(BmcFailure.LOGIN_GUARD, Reason.LOGINS_STOPPED),
          Map.entry(BmcFailure.PASSWORD_CHANGE_REQUIRED, Reason.PASSWORD_CHANGE_REQUIRED),
          Map.entry(BmcFailure.FORBIDDEN, Reason.ACCESS_DENIED),
          Map.entry(BmcFailure.SESSION_LIMIT, Reason.SESSION_LIMIT),
          Map.entry(BmcFailure.NOT_READY, Reason.BMC_NOT_READY),
          Map.entry(BmcFailure.NOT_REDFISH, Reason.NOT_REDFISH),
          Map.entry(BmcFailure.AMBIGUOUS_SYSTEM, Reason.AMBIGUOUS_SYSTEM),
          Map.entry(BmcFailure.SYSTEM_NOT_FOUND, Reason.SYSTEM_NOT_FOUND),
          Map.entry(BmcFailure.PXE_NOT_SUPPORTED, Reason.PXE_NOT_SUPPORTED),
          Map.entry(BmcFailure.RESET_NOT_SUPPORTED, Reason.RESET_NOT_SUPPORTED),
          Map.entry(BmcFailure.OVERRIDE_NOT_TAKEN, Reason.OVERRIDE_NOT_TAKEN),
          Map.entry(BmcFailure.POWER_NOT_CONFIRMED, Reason.POWER_NOT_CONFIRMED),
          Map.entry(BmcFailure.TIMEOUT, Reason.BMC_TIMEOUT),
          Map.entry(BmcFailure.OUTCOME_UNKNOWN, Reason.OUTCOME_UNKNOWN),
          Map.entry(BmcFailure.UNEXPECTED_ANSWER, Reason.UNEXPECTED_ANSWER));

  @Test
  void every_failure_has_its_reason() {
    assertThat(REASONS).containsOnlyKeys(BmcFailure.values());
    REASONS.forEach(
        (failure, reason) ->
            assertThat(MemoryCodec.reason(Cause.of(failure))).as(failure.name()).isEqualTo(reason));
  }
}
