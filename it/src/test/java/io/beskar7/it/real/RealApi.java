package io.beskar7.it.real;

import io.beskar7.app.kube.CustomResources;
import io.beskar7.testkit.TestApi;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One real kube-apiserver with our definitions for all test classes of a JVM, closed after the
 * last; they are skipped with the reason when there is none.
 */
public final class RealApi implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace STORE =
      ExtensionContext.Namespace.create(RealApi.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    api(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestApi.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return api(context);
  }

  private static TestApi api(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .getOrComputeIfAbsent("api", key -> start(), TestApi.class);
  }

  private static TestApi start() {
    try {
      Path directory = Files.createTempDirectory("beskar7-real-");
      TestApi api = TestApi.real(directory);
      try (KubernetesClient client = api.newClient()) {
        CustomResources.install(client);
        return api;
      } catch (RuntimeException e) {
        api.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
