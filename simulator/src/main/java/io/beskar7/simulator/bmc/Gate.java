package io.beskar7.simulator.bmc;

import io.beskar7.simulator.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who may read and write: the holder of a session's token, or of the right password. */
public final class Gate {
  private final Accounts accounts;
  private final SessionStore sessions;

  Gate(Accounts accounts, SessionStore sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** A token decides alone: beside a stale token a password does not help. */
  public boolean admits(HttpRequest request) {
    String token = request.headers().first("X-Auth-Token");
    if (token != null) {
      return sessions.use(token).isPresent();
    }
    String header = request.headers().first("Authorization");
    return header != null
        && header.regionMatches(true, 0, "Basic ", 0, 6)
        && basic(header.substring(6));
  }

  private boolean basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon > 0
          && accounts.login(pair.substring(0, colon), pair.substring(colon + 1), "basic");
    } catch (IllegalArgumentException e) {
      return accounts.login("(not base64)", "", "basic");
    }
  }
}
