package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.LoginGate;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.Problem;
import io.beskar7.redfish.Target;
import io.beskar7.redfish.http.Origin;
import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Request;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.http.Wire;
import io.beskar7.redfish.json.ErrorBody;
import io.beskar7.redfish.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logs in: by a session where the service has them, else with Basic authentication. Once a session
 * has worked, Basic is out: it would show the password where the service has stopped to ask for it.
 */
final class Login {
  private static final Set<String> WRONG_PASSWORD = Set.of("UnauthorizedLoginAttempt");

  private final Wire wire;
  private final Target target;
  private final ServiceRoot root;
  private final LoginGate gate;
  private boolean sessionWorked;

  Login(Wire wire, Target target, ServiceRoot root, LoginGate gate) {
    this.wire = wire;
    this.target = target;
    this.root = root;
    this.gate = gate;
  }

  Auth perform(Pace pace) throws Trouble {
    String sessions = root.sessions();
    Auth session = sessions == null ? null : session(sessions, pace);
    if (session != null) {
      sessionWorked = true;
      return session;
    }
    return basic(pace);
  }

  /** Null: the service gives none now, but Basic may be tried. */
  private @Nullable Auth session(String path, Pace pace) throws Trouble {
    String body = Json.write(Map.of("UserName", target.username(), "Password", target.password()));
    Request request = new Request("POST", path, body, Map.of(), false);
    Reply.Answer answer = present(request, pace);
    if (answer.good()) {
      String token = answer.header("X-Auth-Token");
      if (token != null && Headers.valid(token)) {
        gate.accepted();
        return new Auth.Session(token, location(answer));
      }
    }
    gate.notJudged();
    Problem problem = Verdict.problem(address(), request, answer);
    return switch (problem.cause()) {
      case PASSWORD_CHANGE_REQUIRED, NOT_READY, FORBIDDEN -> throw new Trouble(problem);
      default -> {
        boolean broken = answer.status() >= 500 && answer.status() != 501;
        if (sessionWorked || (broken && problem.cause() != Cause.SESSION_LIMIT)) {
          throw new Trouble(problem);
        }
        yield null;
      }
    };
  }

  /** Any read behind the login tells whether the password is good. */
  private Auth basic(Pace pace) throws Trouble {
    Auth.Basic basic = Auth.Basic.of(target);
    String path = root.systems() == null ? "/redfish/v1/Managers" : root.systems();
    Request request = new Request("GET", path, null, basic.headers(), false);
    Reply.Answer answer = present(request, pace);
    if (answer.status() >= 500) {
      gate.notJudged();
      throw Verdict.trouble(address(), request, answer);
    }
    gate.accepted();
    return basic;
  }

  /** Shows the password once, if the gate lets it, and returns any answer but a refusal. */
  private Reply.Answer present(Request request, Pace pace) throws Trouble {
    Optional<Problem> closed = gate.admit();
    if (closed.isPresent()) {
      throw new Trouble(closed.get());
    }
    return switch (wire.send(request, pace)) {
      case Reply.NoAnswer lost -> {
        if (!lost.sent()) {
          gate.notJudged();
        }
        throw Verdict.trouble(address(), request, lost);
      }
      case Reply.Answer answer when refuses(answer) -> {
        gate.refused();
        throw refusal();
      }
      case Reply.Answer answer -> answer;
    };
  }

  /** iLO says it with 400; another try with Basic would be a second failed login. */
  private static boolean refuses(Reply.Answer answer) {
    return answer.status() == 401
        || (answer.status() == 400 && ErrorBody.of(answer.body()).has(WRONG_PASSWORD));
  }

  /**
   * A password that was good has been refused with a later request: that is a failed login too, as
   * the BMC counts.
   */
  Trouble refusedLater() {
    if (gate.admit().isEmpty()) {
      gate.refused();
    }
    return refusal();
  }

  private Trouble refusal() {
    return new Trouble(
        Cause.CREDENTIALS_REFUSED,
        address() + ": the login of user " + target.username() + " was refused");
  }

  private static @Nullable String location(Reply.Answer answer) {
    String location = answer.header("Location");
    if (location == null) {
      location = Json.parse(answer.body()).orElse(Json.NOTHING).text("@odata.id");
    }
    return location == null ? null : Origin.path(location);
  }

  private String address() {
    return wire.origin().toString();
  }
}
