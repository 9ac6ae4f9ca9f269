package io.beskar7.operator.bmc;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a BMC is, in one spelling.
 *
 * @param scheme https or http
 * @param host lower case; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param prefix path before {@code /redfish}, empty or starting with a slash, never ending with one
 */
public record BmcAddress(String scheme, String host, int port, String prefix) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(https?)://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(?::([0-9]{1,5}))?(/[^\\s?#]*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAIL = Pattern.compile("(/redfish(/v1)?)?/*$");

  /**
   * Reads what a user writes: https when no scheme is given, its usual port when none is given; a
   * trailing {@code /redfish/v1} says nothing and is dropped.
   *
   * @throws IllegalArgumentException with the text and what is allowed
   */
  public static BmcAddress parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw noAddress(text);
    }
    String scheme = form.group(1) == null ? "https" : form.group(1).toLowerCase(Locale.ROOT);
    String host = form.group(2).toLowerCase(Locale.ROOT);
    String path = form.group(4) == null ? "" : form.group(4);
    BmcAddress read =
        new BmcAddress(
            scheme,
            host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
            port(text, scheme, form.group(3)),
            TAIL.matcher(path).replaceFirst(""));
    if (!read.isUri()) {
      throw noAddress(text);
    }
    return read;
  }

  private static IllegalArgumentException noAddress(String text) {
    return new IllegalArgumentException(
        "redfishConnection.address: \"%s\" is no BMC address: write a host name or IP address"
                .formatted(withoutLogin(text))
            + " (IPv6 in brackets) with an optional https:// or http:// before it and an optional"
            + " :port and /path after it");
  }

  /** Broken IPv6, names with underscores and odd characters in the path pass the form, not this. */
  private boolean isUri() {
    try {
      return uri().getHost() != null;
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  /** A login has no place in an address; written there all the same, it is not repeated. */
  private static String withoutLogin(String text) {
    return text.replaceFirst("^(\\w+://)?.*@", "$1***@");
  }

  private static int port(String text, String scheme, @Nullable String given) {
    if (given == null) {
      return scheme.equals("https") ? 443 : 80;
    }
    int port = Integer.parseInt(given);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "redfishConnection.address: \"%s\" has port %d: must be between 1 and 65535"
              .formatted(text, port));
    }
    return port;
  }

  /** Host and port as they are written in lists of addresses: IPv6 in brackets. */
  public String authority() {
    return (isIpv6() ? "[" + host + "]" : host) + ":" + port;
  }

  /** Scheme, host, port and prefix; the port is always there. */
  public URI uri() {
    return URI.create(scheme + "://" + authority() + prefix);
  }

  boolean isIpv6() {
    return host.indexOf(':') >= 0;
  }
}
