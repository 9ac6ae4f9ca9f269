package io.beskar7.app.kube;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gives up on an answer that has begun and does not come to its end. The client's own timeout ends
 * with the headers: after that it would wait for ever, and with it a lane or a cache. Watches may
 * take as long as they like; the client opens those anew every few minutes.
 */
final class AnswerDeadline implements Interceptor {
  private final Duration patience;

  /**
   * @param patience from the headers to the end of the body, in real time
   */
  AnswerDeadline(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    if (response.body() instanceof AsyncBody body && !isWatch(request.uri())) {
      var unused =
          body.done()
              .copy() // the deadline is then free to end with its own words
              .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete((end, failure) -> giveUp(body, request, failure));
    }
  }

  private void giveUp(AsyncBody body, HttpRequest request, @Nullable Throwable failure) {
    if (failure instanceof TimeoutException) {
      body.done()
          .completeExceptionally(
              new IOException(
                  "the answer to %s %s did not come to its end within %d s"
                      .formatted(request.method(), request.uri().getPath(), patience.toSeconds())));
      body.cancel();
    }
  }

  private static boolean isWatch(URI uri) {
    return uri.getQuery() != null && uri.getQuery().contains("watch=true");
  }
}
