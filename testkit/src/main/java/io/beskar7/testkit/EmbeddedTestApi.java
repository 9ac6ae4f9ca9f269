package io.beskar7.testkit;

import io.beskar7.apiserver.EmbeddedApi;
import java.nio.file.Path;

/** The embedded API in this process. */
final class EmbeddedTestApi implements TestApi {
  private final EmbeddedApi api;

  private EmbeddedTestApi(EmbeddedApi api) {
    this.api = api;
  }

  static EmbeddedTestApi start(Path directory) {
    return new EmbeddedTestApi(
        EmbeddedApi.start(EmbeddedApi.Config.in(directory.resolve("embedded-api"))));
  }

  @Override
  public Path kubeconfig() {
    return api.kubeconfig();
  }

  @Override
  public boolean real() {
    return false;
  }

  @Override
  public void close() {
    api.close();
  }
}
