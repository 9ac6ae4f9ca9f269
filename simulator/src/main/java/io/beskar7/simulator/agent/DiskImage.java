package io.beskar7.simulator.agent;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has left on a machine's disk.
 *
 * @param digest SHA-256 of the image, hex
 * @param run {@code beskar7.run}, else the digest of the token
 * @param bootstrapDigest SHA-256 of the bootstrap data, hex
 * @param home whom the installed system tells that it is up
 * @param heard whether it has told, and needs not again
 */
public record DiskImage(
    String digest,
    String run,
    @Nullable String providerId,
    String bootstrapDigest,
    Home home,
    boolean heard) {

  DiskImage afterPhoneHome() {
    return new DiskImage(digest, run, providerId, bootstrapDigest, home, true);
  }

  /** Where and as whom to phone home. */
  public record Home(URI api, String namespace, String host, String token, @Nullable String caPem) {
    /** Without the token. */
    @Override
    public String toString() {
      return api + " " + namespace + "/" + host;
    }
  }
}
