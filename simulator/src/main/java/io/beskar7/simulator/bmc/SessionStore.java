package io.beskar7.simulator.bmc;

import io.beskar7.simulator.log.EventType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Open sessions (DSP0266 section 13.3), with a limit and an idle timeout. */
public final class SessionStore {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final BmcSetup setup;
  private final Map<String, Session> byId = new LinkedHashMap<>();
  private long opened;

  SessionStore(BmcSetup setup) {
    this.setup = setup;
  }

  /** Opens a session, or nothing when the limit is reached. */
  synchronized Optional<Session> open(String user) {
    expire();
    if (byId.size() >= setup.persona().sessions().limit()) {
      return Optional.empty();
    }
    byte[] token = new byte[24];
    RANDOM.nextBytes(token);
    Session session =
        new Session(
            Long.toString(++opened),
            user,
            Base64.getUrlEncoder().withoutPadding().encodeToString(token),
            setup.time().now());
    byId.put(session.id, session);
    setup
        .log()
        .add(
            EventType.SESSION_OPENED,
            "bmc",
            setup.label(),
            "user",
            user,
            "session",
            session.id,
            "open",
            byId.size());
    return Optional.of(session);
  }

  /** The session of a token; finding it counts as use. */
  synchronized Optional<Session> use(String token) {
    expire();
    Optional<Session> found =
        byId.values().stream().filter(session -> session.token.equals(token)).findFirst();
    found.ifPresent(session -> session.lastUse = setup.time().now());
    return found;
  }

  /** The open session of an identifier. */
  synchronized @Nullable Session get(String id) {
    expire();
    return byId.get(id);
  }

  /** All that are open, oldest first. */
  public synchronized List<Session> open() {
    expire();
    return List.copyOf(byId.values());
  }

  synchronized void close(String id, String cause) {
    if (byId.remove(id) != null) {
      setup
          .log()
          .add(EventType.SESSION_CLOSED, "bmc", setup.label(), "session", id, "cause", cause);
    }
  }

  /** Ends every session, as a restart of the BMC does. */
  synchronized void closeAll(String cause) {
    List.copyOf(byId.keySet()).forEach(id -> close(id, cause));
  }

  private void expire() {
    Instant oldest = setup.time().now().minus(setup.persona().sessions().idleTimeout());
    byId.values().stream()
        .filter(session -> session.lastUse.isBefore(oldest))
        .map(session -> session.id)
        .toList()
        .forEach(id -> close(id, "idle"));
  }

  /** One open session. Its token is given out once, in the answer to the login. */
  public static final class Session {
    private final String id;
    private final String user;
    private final String token;
    private Instant lastUse;

    private Session(String id, String user, String token, Instant lastUse) {
      this.id = id;
      this.user = user;
      this.token = token;
      this.lastUse = lastUse;
    }

    /** Its identifier in the Sessions collection. */
    public String id() {
      return id;
    }

    /** Whose it is. */
    public String user() {
      return user;
    }

    String token() {
      return token;
    }
  }
}
