package io.beskar7.it.harness;

import io.beskar7.app.run.Manager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A Kubernetes API on which a product can be started again and again; its resources stay. */
public interface Site extends AutoCloseable {

  /** The namespace of the user's objects; exists once a product has been started. */
  String namespace();

  /**
   * Starts the product.
   *
   * @param flags by name with dashes
   * @param keys of ConfigMap beskar7-config, taken at the first start
   */
  Product start(Map<String, String> flags, Map<String, String> keys) throws IOException;

  /** Leaves nothing behind that a test after this one could meet. */
  @Override
  void close();

  /** A product that runs. */
  interface Product extends AutoCloseable {
    Path kubeconfig();

    Manager manager();

    @Override
    void close();
  }
}
