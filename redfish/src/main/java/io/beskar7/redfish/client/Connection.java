package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.RedfishSettings;
import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Request;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.http.Wire;
import io.beskar7.redfish.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges under a login. What only reads may log in anew by itself; what leads to a write never
 * does: the end of its session may have been meant to keep it out.
 */
final class Connection {
  private final Wire wire;
  private final RedfishSettings settings;
  private final ServiceRoot root;
  private final Login login;
  private @Nullable Auth auth;

  Connection(Wire wire, RedfishSettings settings, ServiceRoot root, Login login) {
    this.wire = wire;
    this.settings = settings;
    this.root = root;
    this.login = login;
  }

  void login(Pace pace) throws Trouble {
    auth = null;
    auth = login.perform(pace);
  }

  ServiceRoot root() {
    return root;
  }

  RedfishSettings settings() {
    return settings;
  }

  String address() {
    return wire.origin().toString();
  }

  /** Empty when the service says that there is no such resource. */
  Optional<Resource> find(String path, Access access, Pace pace) throws Trouble {
    return Retry.read(settings, address(), pace, () -> look(path, access, pace));
  }

  Resource get(String path, Access access, Pace pace) throws Trouble {
    return find(path, access, pace)
        .orElseThrow(
            () ->
                new Trouble(
                    Cause.UNEXPECTED_ANSWER, address() + ": GET " + path + " answered 404"));
  }

  /** Like find, but tried once. */
  Optional<Resource> look(String path, Access access, Pace pace) throws Trouble {
    Request request = new Request("GET", path, null, Map.of(), true);
    Reply.Answer answer = read(request, access, pace);
    if (answer.status() == 404 || answer.status() == 410) {
      return Optional.empty();
    }
    if (!answer.good()) {
      throw Verdict.trouble(address(), request, answer);
    }
    Json body =
        Json.parse(answer.body())
            .orElseThrow(
                () ->
                    new Trouble(
                        Cause.UNEXPECTED_ANSWER,
                        address() + ": GET " + path + " answered no JSON object"));
    return Optional.of(Resource.of(path, body, answer));
  }

  /** Any whole answer to a read; logs in anew, if that is allowed, once. */
  Reply.Answer read(Request request, Access access, Pace pace) throws Trouble {
    if (auth == null) {
      renew(access, pace);
    }
    Reply.Answer answer = exchange(request, pace);
    if (answer.status() != 401) {
      return answer;
    }
    renew(access, pace);
    answer = exchange(request, pace);
    if (answer.status() == 401) {
      throw Verdict.trouble(address(), request, answer);
    }
    return answer;
  }

  private void renew(Access access, Pace pace) throws Trouble {
    if (auth instanceof Auth.Basic) {
      auth = null;
      throw login.refusedLater();
    }
    if (access == Access.UNDER_THIS_LOGIN) {
      throw sessionLost();
    }
    login(pace);
  }

  private Trouble sessionLost() {
    return new Trouble(
        Cause.SESSION_LOST,
        address() + ": the login was no longer good when a change was asked for");
  }

  private Reply.Answer exchange(Request request, Pace pace) throws Trouble {
    return switch (wire.send(authorised(request), pace)) {
      case Reply.Answer answer -> answer;
      case Reply.NoAnswer lost -> throw Verdict.trouble(address(), request, lost);
    };
  }

  /**
   * Sends once. An answer of 401 becomes {@link Cause#SESSION_LOST}; a request that cannot have
   * reached the service becomes trouble; everything else is for the caller to judge.
   */
  Reply write(Request request, Pace pace) throws Trouble {
    Reply reply = wire.send(authorised(request), pace);
    return switch (reply) {
      case Reply.Answer answer when answer.status() == 401 ->
          throw auth instanceof Auth.Basic ? login.refusedLater() : sessionLost();
      case Reply.NoAnswer lost when !lost.sent() || lost.cause() == Cause.ABANDONED ->
          throw Verdict.trouble(address(), request, lost);
      case Reply.Answer answer -> answer;
      case Reply.NoAnswer lost -> lost;
    };
  }

  private Request authorised(Request request) throws Trouble {
    Auth known = auth;
    if (known == null) {
      throw sessionLost();
    }
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.putAll(known.headers());
    return new Request(
        request.method(), request.path(), request.body(), headers, request.redirects());
  }

  /** Whatever the service answers: a session that cannot be deleted ends by itself. */
  void logout(Pace pace) {
    if (auth instanceof Auth.Session session && session.path() != null) {
      wire.send(new Request("DELETE", session.path(), null, session.headers(), false), pace);
    }
    auth = null;
  }
}
