package io.beskar7.boot;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the boot server serves.
 *
 * @param bind where it listens; port 0 takes a free one
 * @param advertise host or host:port by which machines reach it, IPv6 in brackets; null takes what
 *     each machine itself used to reach it
 * @param serverNames more host names and addresses for its certificate
 * @param namespace of the controller, where the Secret beskar7-boot-tls is kept
 * @param allowInsecureInspection lets reports, bootstrap data and their tokens travel in clear
 * @param artifacts folder served in clear below /artifacts/; null serves none
 * @param maxConcurrentRequests answered at once, 1 or more; what comes above that gets 503
 */
public record BootSettings(
    InetSocketAddress bind,
    @Nullable String advertise,
    List<String> serverNames,
    String namespace,
    boolean allowInsecureInspection,
    @Nullable Path artifacts,
    int maxConcurrentRequests) {
  private static final int MAX_CONCURRENT = 256;

  public BootSettings {
    serverNames = List.copyOf(serverNames);
    if (maxConcurrentRequests < 1) {
      throw new IllegalArgumentException(
          "maxConcurrentRequests is " + maxConcurrentRequests + ": must be 1 or more");
    }
  }

  /** Everything else as it is by default: over TLS only, without artifacts. */
  public static BootSettings of(InetSocketAddress bind, String namespace) {
    return new BootSettings(bind, null, List.of(), namespace, false, null, MAX_CONCURRENT);
  }

  public BootSettings withAdvertise(@Nullable String hostAndPort) {
    return new BootSettings(
        bind,
        hostAndPort,
        serverNames,
        namespace,
        allowInsecureInspection,
        artifacts,
        maxConcurrentRequests);
  }

  public BootSettings withServerNames(List<String> names) {
    return new BootSettings(
        bind,
        advertise,
        names,
        namespace,
        allowInsecureInspection,
        artifacts,
        maxConcurrentRequests);
  }

  public BootSettings withInsecureInspection(boolean allowed) {
    return new BootSettings(
        bind, advertise, serverNames, namespace, allowed, artifacts, maxConcurrentRequests);
  }

  public BootSettings withArtifacts(@Nullable Path folder) {
    return new BootSettings(
        bind,
        advertise,
        serverNames,
        namespace,
        allowInsecureInspection,
        folder,
        maxConcurrentRequests);
  }
}
