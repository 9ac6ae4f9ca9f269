package io.beskar7.boot.script;

import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.boot.artifact.ArtifactPaths;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a machine fetches its inspection image. One of ours is fetched by a path that names the
 * run, so that the fetch can be seen in its record.
 */
final class InspectionImages {
  private static final Pattern URL = Pattern.compile("https?://([^/?#]+)(/[^?#]*)");

  private InspectionImages() {}

  /**
   * The URL for the script; null when the run names no image.
   *
   * @param base of this server, as the machine calls it
   */
  static @Nullable String url(ProvisioningRun run, String base) {
    String image = run.getSpec().inspectionImage;
    Matcher url = image == null ? null : URL.matcher(image);
    if (image == null || url == null || !url.matches() || Scripts.isScript(image)) {
      return image;
    }
    String path = url.group(2).endsWith("/") ? url.group(2) : url.group(2) + "/";
    if (!base.endsWith("://" + url.group(1)) || !path.startsWith(ArtifactPaths.PREFIX)) {
      return image;
    }
    return base
        + ArtifactPaths.ofRun(
            run.getMetadata().getNamespace(),
            run.getMetadata().getName(),
            path.substring(ArtifactPaths.PREFIX.length()));
  }
}
