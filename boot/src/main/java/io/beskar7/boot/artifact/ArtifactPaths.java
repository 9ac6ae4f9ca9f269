package io.beskar7.boot.artifact;

/** Below which paths files are served. */
public final class ArtifactPaths {
  /** Any file of the folder. */
  public static final String PREFIX = "/artifacts/";

  /** The same files, fetched for a run: /run-artifacts/namespace/run/file. */
  static final String RUN_PREFIX = "/run-artifacts/";

  private ArtifactPaths() {}

  /**
   * The path of a file that is fetched for a run.
   *
   * @param file below {@link #PREFIX}, as it stands in a URL
   */
  public static String ofRun(String namespace, String run, String file) {
    return RUN_PREFIX + namespace + "/" + run + "/" + file;
  }
}
