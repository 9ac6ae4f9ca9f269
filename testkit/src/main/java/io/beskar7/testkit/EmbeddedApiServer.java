package io.beskar7.testkit;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One API per test class with the repository's CustomResourceDefinitions, and a namespace per test:
 *
 * <pre>
 * &#64;RegisterExtension
 * static final EmbeddedApiServer api = new EmbeddedApiServer();
 * </pre>
 *
 * A failing test's custom resources and events are logged. With {@code -Dbeskar7.api=real} the same
 * tests run against a real kube-apiserver.
 */
public final class EmbeddedApiServer
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final boolean withDefinitions;
  private @Nullable Path directory;
  private @Nullable TestApi api;
  private @Nullable KubernetesClient client;
  private String namespace = "default";

  public EmbeddedApiServer() {
    this(true);
  }

  private EmbeddedApiServer(boolean withDefinitions) {
    this.withDefinitions = withDefinitions;
  }

  /** An API without custom kinds. */
  public static EmbeddedApiServer bare() {
    return new EmbeddedApiServer(false);
  }

  /** An administrator's client that lives as long as the test class. */
  public KubernetesClient client() {
    return requireNonNull(client, "the API runs only while tests run");
  }

  public TestApi api() {
    return requireNonNull(api, "the API runs only while tests run");
  }

  /** A kubeconfig for an administrator. */
  public Path kubeconfig() {
    return api().kubeconfig();
  }

  /** The namespace of the running test. */
  public String namespace() {
    return namespace;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Path made = Files.createTempDirectory("beskar7-api-");
    directory = made;
    TestApi started = TestApi.start(made);
    api = started;
    KubernetesClient opened = started.newClient();
    client = opened;
    if (withDefinitions) {
      Definitions.install(opened);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    namespace = name(context) + "-" + COUNT.incrementAndGet();
    client()
        .namespaces()
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
  }

  private static String name(ExtensionContext context) {
    String text = context.getRequiredTestMethod().getName().toLowerCase(Locale.ROOT);
    String label = text.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return label.substring(0, Math.min(label.length(), 40)).replaceAll("-$", "");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      new Evidence(client()).log(namespace);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (client != null) {
      client.close();
    }
    if (api != null) {
      api.close();
    }
    if (directory != null) {
      delete(directory);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + directory, e);
    }
  }
}
