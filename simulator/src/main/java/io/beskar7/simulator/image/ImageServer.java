package io.beskar7.simulator.image;

import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.http.HttpListener;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.http.HttpRequest;
import io.beskar7.simulator.http.HttpSite;
import io.beskar7.simulator.http.RequestLog;
import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.time.SimTime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** Serves boot artifacts and images over clear HTTP, with HEAD and single byte ranges. */
public final class ImageServer implements AutoCloseable {
  /** The scope by which fault rules address this server. */
  public static final String SCOPE = "images";

  private final HttpListener listener;
  private final Map<String, Artifact> artifacts;

  private ImageServer(HttpListener listener, Map<String, Artifact> artifacts) {
    this.listener = listener;
    this.artifacts = artifacts;
  }

  /** Starts serving the artifacts of the seed; port 0 takes a free one. */
  public static ImageServer start(
      InetSocketAddress address, long seed, SimTime time, EventLog log, FaultPlan faults)
      throws IOException {
    Map<String, Artifact> artifacts = Artifact.all(seed);
    HttpSite site =
        new HttpSite(
            SCOPE,
            null,
            request -> serve(artifacts, request),
            new RequestLog(log, SCOPE, SCOPE),
            faults,
            time);
    return new ImageServer(HttpListener.open(address, site), artifacts);
  }

  /** {@code http://address:port}, without a slash at the end. */
  public URI url() {
    InetSocketAddress at = listener.address();
    return URI.create("http://" + at.getAddress().getHostAddress() + ":" + at.getPort());
  }

  /**
   * SHA-256 (hex) of what is really served.
   *
   * @param path such as {@code /images/os.img}
   */
  public String digest(String path) {
    Artifact artifact = artifacts.get(path);
    if (artifact == null) {
      throw new IllegalArgumentException("image: " + path + " is not one of " + artifacts.keySet());
    }
    return artifact.digest();
  }

  @Override
  public void close() {
    listener.close();
  }

  private static HttpReply serve(Map<String, Artifact> artifacts, HttpRequest request) {
    Artifact artifact = artifacts.get(request.path());
    if (artifact == null) {
      return HttpReply.of(404, "text/plain", "not found\n");
    }
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return HttpReply.of(405, "text/plain", "read only\n").with("Allow", "GET, HEAD");
    }
    String range = request.headers().first("Range");
    return (range == null ? artifact.whole() : artifact.part(range))
        .with("Accept-Ranges", "bytes")
        .with("ETag", '"' + artifact.digest() + '"');
  }
}
