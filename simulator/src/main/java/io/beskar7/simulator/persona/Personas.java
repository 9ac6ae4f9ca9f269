package io.beskar7.simulator.persona;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The persona files that come with the simulator. */
public final class Personas {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .addModule(new SimpleModule().addDeserializer(Duration.class, new Iso8601()))
          .build();

  private Personas() {}

  /** A BMC that keeps to the standard. */
  public static Persona generic() {
    return load("generic");
  }

  /**
   * @throws IllegalArgumentException when there is no such file
   */
  public static Persona load(String name) {
    try (InputStream in = Personas.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalArgumentException("persona: " + name + " is unknown; there is: generic");
      }
      return YAML.readValue(in, Persona.class);
    } catch (IOException e) {
      throw new UncheckedIOException("persona " + name, e);
    }
  }

  private static final class Iso8601 extends JsonDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Duration.parse(parser.getText());
    }
  }
}
