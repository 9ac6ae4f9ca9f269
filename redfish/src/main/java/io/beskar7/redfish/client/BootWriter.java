package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Problem;
import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Request;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.json.ErrorBody;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a Boot object until it reads back as wanted, within a bound for the whole task. */
final class BootWriter {
  private static final int LOOKS = 3;
  private static final int LOOKS_AFTER_202 = 5;

  private final Handle handle;
  private final Patch patch;
  private String seen = "nothing was written";

  BootWriter(Handle handle) {
    this.handle = handle;
    this.patch = new Patch(handle);
  }

  /** The place as it read back, or null when no payload was taken there. */
  @Nullable Resource write(
      Resource place, List<Map<String, ?>> payloads, Predicate<BootView> wanted) throws Trouble {
    Resource now = place;
    boolean wasLegacy = BootControl.boot(place).legacy();
    Predicate<BootView> taken = boot -> wanted.test(boot) && (wasLegacy || !boot.legacy());
    for (Map<String, ?> payload : payloads) {
      Reply reply = patch.send(now, payload);
      now = readBack(place.path(), reply, taken);
      if (taken.test(BootControl.boot(now))) {
        return now;
      }
      seen =
          what(place.path(), reply) + ", and it reads back as " + BootControl.boot(now).described();
      stopUnlessAnotherTryMayHelp(place.path(), reply);
    }
    return null;
  }

  Trouble notTaken(String asked) {
    return handle.trouble(Cause.OVERRIDE_NOT_TAKEN, "asked for " + asked + ": " + seen);
  }

  private Resource readBack(String path, Reply reply, Predicate<BootView> taken) throws Trouble {
    int looks =
        reply instanceof Reply.Answer answer && answer.status() == 202 ? LOOKS_AFTER_202 : LOOKS;
    if (!BootControl.accepted(reply)) {
      looks = 1;
    }
    for (int look = 0; ; look++) {
      Resource now = handle.get(path);
      if (look + 1 >= looks || taken.test(BootControl.boot(now))) {
        return now;
      }
      handle.pause(Duration.ofSeconds(1L << look));
    }
  }

  /** Another payload or place helps against a refusal, not against a BMC in trouble. */
  private void stopUnlessAnotherTryMayHelp(String path, Reply reply) throws Trouble {
    if (reply instanceof Reply.NoAnswer) {
      throw handle.trouble(Cause.OVERRIDE_NOT_TAKEN, seen);
    }
    if (reply instanceof Reply.Answer answer && !answer.good()) {
      Problem problem = Verdict.problem(handle.address(), patched(path), answer);
      switch (problem.cause()) {
        case NOT_READY, SESSION_LIMIT, PASSWORD_CHANGE_REQUIRED -> throw new Trouble(problem);
        case FORBIDDEN -> {
          if (ErrorBody.of(answer.body()).has(Set.of("InsufficientPrivilege"))) {
            throw new Trouble(problem);
          }
        }
        default -> {}
      }
    }
  }

  private String what(String path, Reply reply) {
    return switch (reply) {
      case Reply.Answer answer when answer.good() -> "PATCH " + path + " was accepted";
      case Reply.Answer answer -> {
        String message = Verdict.problem(handle.address(), patched(path), answer).message();
        yield message.substring(handle.address().length() + 2);
      }
      case Reply.NoAnswer lost -> "PATCH " + path + " got no answer (" + lost.seen() + ")";
    };
  }

  private static Request patched(String path) {
    return new Request("PATCH", path, null, Map.of(), false);
  }
}
