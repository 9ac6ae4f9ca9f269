package io.beskar7.domain.bmc;

import java.util.Objects;

/**
 * What a BMC login needs.
 *
 * @param username not secret
 * @param password secret: never printed
 * @param version identifies the Secret's content (its UID and resourceVersion), so that failed
 *     logins are counted per content and a corrected Secret starts anew
 */
public record BmcCredentials(String username, String password, String version) {
  public BmcCredentials {
    Objects.requireNonNull(username);
    Objects.requireNonNull(password);
    Objects.requireNonNull(version);
  }

  @Override
  public String toString() {
    return "BmcCredentials[username=" + username + ", password=***, version=" + version + "]";
  }
}
