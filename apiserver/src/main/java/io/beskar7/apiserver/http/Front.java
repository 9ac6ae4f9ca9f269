package io.beskar7.apiserver.http;

import io.beskar7.apiserver.error.ApiException;
import io.beskar7.apiserver.store.StoreException;
import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests come in: whatever goes wrong behind it is answered with a Status. */
final class Front extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  private final Pipeline pipeline;

  Front(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response);
    try {
      answer(exchange, response);
      callback.succeeded();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).addKeyValue("path", exchange.path()).log("client went away");
      callback.failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      callback.failed(e);
    }
    return true;
  }

  private void answer(Exchange exchange, Response response)
      throws IOException, InterruptedException {
    try {
      pipeline.run(exchange);
    } catch (ApiException e) {
      refuse(exchange, response, e);
    } catch (StoreException e) {
      refuse(exchange, response, storage(e));
    } catch (RuntimeException e) {
      LOG.atError()
          .setCause(e)
          .addKeyValue("method", exchange.method())
          .addKeyValue("path", exchange.path())
          .log("request failed");
      refuse(
          exchange,
          response,
          new ApiException(
              500, "InternalError", "an internal error occurred: see the server's log"));
    }
  }

  private static ApiException storage(StoreException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.kind()) {
      case FULL ->
          new ApiException(507, "InsufficientStorage", message + ": nothing was written")
              .retryAfter(5);
      case IO -> new ApiException(500, "InternalError", message).retryAfter(5);
      case CLOSED -> new ApiException(503, "ServiceUnavailable", message).retryAfter(1);
    };
  }

  private static void refuse(Exchange exchange, Response response, ApiException refusal)
      throws IOException {
    if (response.isCommitted()) {
      throw new IOException("failed after the response had begun", refusal);
    }
    exchange.drain();
    if (refusal.retryAfterSeconds() > 0) {
      exchange.header(HttpHeader.RETRY_AFTER, Integer.toString(refusal.retryAfterSeconds()));
    }
    exchange.json(refusal.code(), refusal.status());
  }
}
