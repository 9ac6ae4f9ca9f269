package io.beskar7.it.harness;

import io.beskar7.app.config.BindAddress;
import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.run.Manager;
import io.beskar7.app.run.StandAlone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A data directory, on which the product brings its own API, as {@code beskar7 up} does. */
public record StandAloneSite(Path directory) implements Site {

  @Override
  public String namespace() {
    return Rack.NAMESPACE;
  }

  @Override
  public Product start(Map<String, String> flags, Map<String, String> keys) throws IOException {
    ConfigResolver resolver = new ConfigResolver(flags, Map.of());
    return new Up(StandAlone.start(resolver, directory, new BindAddress("127.0.0.1", 0), keys));
  }

  @Override
  public void close() {}

  private record Up(StandAlone up) implements Product {
    @Override
    public Path kubeconfig() {
      return up.kubeconfig();
    }

    @Override
    public Manager manager() {
      return up.manager();
    }

    @Override
    public void close() {
      up.close();
    }
  }
}
