package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Problem;
import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Request;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.json.ErrorBody;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what an answer that is not good means (DSP0266 status codes, Base and vendor messages). */
final class Verdict {
  private static final Set<String> SESSION_LIMIT = Set.of("SessionLimitExceeded", "RAC0218");
  private static final Set<String> NOT_READY =
      Set.of(
          "ResourceNotReadyRetry",
          "ResourceInStandby",
          "ServiceTemporarilyUnavailable",
          "ServiceInUnknownState",
          "ServiceShuttingDown",
          "InvalidOperationForSystemState",
          "UnableToModifyDuringSystemPOST",
          "SWC0700",
          "SYS518");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final long MAX_RETRY_AFTER = 120;

  private Verdict() {}

  static Trouble trouble(String address, Request request, Reply.Answer answer) {
    return new Trouble(problem(address, request, answer), retryAfter(answer));
  }

  static Problem problem(String address, Request request, Reply.Answer answer) {
    ErrorBody error = ErrorBody.of(answer.body());
    return new Problem(
        cause(answer.status(), error), address + ": " + described(request, answer.status(), error));
  }

  static Trouble trouble(String address, Request request, Reply.NoAnswer lost) {
    return new Trouble(lost.cause(), address + ": " + lost.seen() + " (" + spoken(request) + ")");
  }

  private static String described(Request request, int status, ErrorBody error) {
    String id = error.telling();
    return spoken(request) + " answered " + status + (id == null ? "" : " (" + id + ")");
  }

  /** Without the query, which is the service's own business, and may change. */
  private static String spoken(Request request) {
    String path = request.path();
    int query = path.indexOf('?');
    return request.method() + " " + (query < 0 ? path : path.substring(0, query));
  }

  /** Seconds only: a date would need the BMC's clock, which is often wrong. */
  private static Duration retryAfter(Reply.Answer answer) {
    String value = answer.header("Retry-After");
    if (value == null || !SECONDS.matcher(value).matches()) {
      return Duration.ZERO;
    }
    return Duration.ofSeconds(Math.min(MAX_RETRY_AFTER, Long.parseLong(value)));
  }

  private static Cause cause(int status, ErrorBody error) {
    if (error.has(Set.of("PasswordChangeRequired"))) {
      return Cause.PASSWORD_CHANGE_REQUIRED;
    }
    if (error.has(SESSION_LIMIT)) {
      return Cause.SESSION_LIMIT;
    }
    if (error.has(NOT_READY)) {
      return Cause.NOT_READY;
    }
    if (status != 401 && error.has(Set.of("InsufficientPrivilege"))) {
      return Cause.FORBIDDEN;
    }
    return switch (status) {
      case 401 -> Cause.CREDENTIALS_REFUSED;
      case 403 -> Cause.FORBIDDEN;
      case 408, 425, 429, 502, 503, 504 -> Cause.NOT_READY;
      default -> Cause.UNEXPECTED_ANSWER;
    };
  }
}
