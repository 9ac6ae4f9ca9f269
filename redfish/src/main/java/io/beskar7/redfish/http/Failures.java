package io.beskar7.redfish.http;

import io.beskar7.redfish.Cause;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Puts what the JDK's client throws into words that stay the same. */
final class Failures {
  /** How the body handler that limits the size begins its message; it has no type of its own. */
  private static final String TOO_LONG = "body exceeds capacity";

  private Failures() {}

  static Reply.NoAnswer of(Throwable thrown) {
    if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
      return unsent(Cause.UNREACHABLE, "its name cannot be resolved");
    }
    if (has(thrown, HttpConnectTimeoutException.class)) {
      return unsent(Cause.UNREACHABLE, "it does not take the connection in time");
    }
    if (has(thrown, NoRouteToHostException.class)) {
      return unsent(Cause.UNREACHABLE, "there is no route to it");
    }
    if (has(thrown, ConnectException.class)) {
      return unsent(Cause.UNREACHABLE, "it refuses the connection");
    }
    if (has(thrown, SSLHandshakeException.class)) {
      return handshake(thrown);
    }
    if (has(thrown, SSLException.class)) {
      return new Reply.NoAnswer(Cause.UNREACHABLE, "its TLS connection broke", true);
    }
    if (has(thrown, ProtocolException.class)) {
      return new Reply.NoAnswer(Cause.UNEXPECTED_ANSWER, "what it answers is not HTTP", true);
    }
    if (String.valueOf(thrown.getMessage()).startsWith(TOO_LONG)) {
      return new Reply.NoAnswer(Cause.UNEXPECTED_ANSWER, "its answer is too long", true);
    }
    return new Reply.NoAnswer(
        Cause.UNREACHABLE, "the connection was lost before the answer was whole", true);
  }

  private static Reply.NoAnswer handshake(Throwable thrown) {
    String certificate = certificateFault(thrown);
    return certificate != null
        ? unsent(Cause.TLS_NOT_TRUSTED, certificate)
        : unsent(Cause.UNREACHABLE, "the TLS handshake failed");
  }

  private static @Nullable String certificateFault(Throwable thrown) {
    if (has(thrown, CertificateExpiredException.class)) {
      return "its certificate has expired";
    }
    if (has(thrown, CertificateNotYetValidException.class)) {
      return "its certificate is not valid yet";
    }
    if (has(thrown, CertPathBuilderException.class)) {
      return "its certificate is not signed by a trusted CA";
    }
    if (has(thrown, CertPathValidatorException.class)) {
      return "its certificate chain is not valid";
    }
    return has(thrown, CertificateException.class)
        ? "its certificate is not made out to this address"
        : null;
  }

  private static Reply.NoAnswer unsent(Cause cause, String seen) {
    return new Reply.NoAnswer(cause, seen, false);
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < 10; depth++) {
      if (type.isInstance(at)) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }
}
