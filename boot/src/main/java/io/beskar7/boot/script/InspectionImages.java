package io.beskar7.boot.script;

import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.boot.artifact.ArtifactPaths;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a machine fetches its inspection image. One of ours is fetched by a path that names the
 * run, so that the fetch can be seen in its record.
 */
final class InspectionImages {
  private InspectionImages() {}

  /** The URL for the script; null when the run names no image. */
  static @Nullable String url(ProvisioningRun run, String base) {
    String image = run.getSpec().inspectionImage;
    if (image == null || image.endsWith(".ipxe") || !isOurs(image, base)) {
      return image;
    }
    String below = URI.create(image).getRawPath().substring(ArtifactPaths.PREFIX.length());
    return base
        + ArtifactPaths.ofRun(run.getMetadata().getNamespace(), run.getMetadata().getName(), below);
  }

  private static boolean isOurs(String image, String base) {
    URI there = URI.create(image);
    String path = there.getRawPath() == null ? "" : there.getRawPath();
    return URI.create(base).getAuthority().equals(there.getAuthority())
        && (path + "/").startsWith(ArtifactPaths.PREFIX);
  }
}
