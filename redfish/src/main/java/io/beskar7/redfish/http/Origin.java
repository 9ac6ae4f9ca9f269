package io.beskar7.redfish.http;

import io.beskar7.redfish.Cause;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Scheme, host, port and root prefix of a service; everything that is asked stays within it. */
public final class Origin {
  private final String base;
  private final String prefix;

  private Origin(String base, String prefix) {
    this.base = base;
    this.prefix = prefix;
  }

  /**
   * @throws Trouble the address is not one of a Redfish service
   */
  public static Origin of(URI address) throws Trouble {
    String scheme = address.getScheme();
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      throw new Trouble(
          Cause.NOT_REDFISH,
          "the BMC address must be https://HOST[:PORT][/PREFIX], without a user");
    }
    if (!"https".equals(scheme) && !"http".equals(scheme)) {
      throw new Trouble(Cause.NOT_REDFISH, "the scheme of " + address + " must be https (or http)");
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return new Origin(scheme + "://" + address.getHost() + port, prefix);
  }

  /** The URI for a path of the service, byte for byte; null when it is none. */
  @Nullable URI uri(String path) {
    if (!path.startsWith("/")) {
      return null;
    }
    boolean prefixed = prefix.isEmpty() || path.equals(prefix) || path.startsWith(prefix + "/");
    try {
      return URI.create(base + (prefixed ? "" : prefix) + path);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The path of a link. An absolute link loses its origin: BMCs write host names there that only
   * they know.
   */
  public static @Nullable String path(String link) {
    if (link.startsWith("/")) {
      return link;
    }
    int authority = link.indexOf("://");
    int slash = authority < 0 ? -1 : link.indexOf('/', authority + 3);
    return slash < 0 ? null : link.substring(slash);
  }

  /** The path a redirect leads to, or null when it leaves the origin. */
  @Nullable String redirect(String location) {
    if (location.startsWith("//")) {
      return null;
    }
    if (location.startsWith("/")) {
      return location;
    }
    return location.startsWith(base + "/") ? location.substring(base.length()) : null;
  }

  @Override
  public String toString() {
    return base + prefix;
  }
}
