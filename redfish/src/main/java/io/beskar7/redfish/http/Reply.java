package io.beskar7.redfish.http;

import io.beskar7.redfish.Cause;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface Reply {

  /** A whole answer. */
  record Answer(int status, HttpHeaders headers, String body) implements Reply {
    public boolean good() {
      return status >= 200 && status < 300;
    }

    public @Nullable String header(String name) {
      return headers.firstValue(name).orElse(null);
    }

    /** Headers and body may hold a session's token. */
    @Override
    public String toString() {
      return "Answer[status=" + status + "]";
    }
  }

  /**
   * No answer, or not a whole one.
   *
   * @param seen what went wrong, as a clause
   * @param sent whether the request may have reached the service, and may have been carried out
   */
  record NoAnswer(Cause cause, String seen, boolean sent) implements Reply {}
}
