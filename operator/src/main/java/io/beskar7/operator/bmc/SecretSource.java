package io.beskar7.operator.bmc;

import io.fabric8.kubernetes.api.model.Secret;
import org.jspecify.annotations.Nullable;

/** Where Secrets are read from. */
@FunctionalInterface
public interface SecretSource {
  /** The Secret, or null. */
  @Nullable Secret secret(String namespace, String name);
}
