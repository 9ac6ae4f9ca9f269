package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * A kind and how its objects are addressed.
 *
 * @param custom whether a CustomResourceDefinition brought it
 */
public record ResourceType(
    String group,
    Names names,
    boolean namespaced,
    List<Version> versions,
    Behaviour behaviour,
    boolean custom) {

  /** What a kind is called. */
  public record Names(
      String plural,
      String singular,
      String kind,
      String listKind,
      List<String> shortNames,
      List<String> categories) {}

  public String plural() {
    return names.plural();
  }

  public String kind() {
    return names.kind();
  }

  /** What all keys of this type begin with. */
  public String prefix() {
    return prefix(group, plural());
  }

  public static String prefix(String group, String plural) {
    return group + "/" + plural + "/";
  }

  public String prefix(String namespace) {
    return namespace.isEmpty() ? prefix() : prefix() + namespace + "/";
  }

  public String key(String namespace, String name) {
    return prefix() + namespace + "/" + name;
  }

  public Optional<Version> version(String name) {
    return versions.stream().filter(v -> v.name().equals(name)).findFirst();
  }

  public Version storage() {
    return versions.stream().filter(Version::storage).findFirst().orElseThrow();
  }

  public String apiVersion(Version version) {
    return group.isEmpty() ? version.name() : group + "/" + version.name();
  }

  /** The given version's {@code apiVersion} as a JSON string. */
  public byte[] quotedApiVersion(Version version) {
    return Json.bytes(Json.array(List.of(apiVersion(version))).get(0));
  }

  public Refusals.Target target(String name) {
    return new Refusals.Target(group, plural(), kind(), name);
  }

  /** Puts on type and version. */
  public void stamp(ObjectNode object, Version version) {
    object.put("apiVersion", apiVersion(version)).put("kind", kind());
  }
}
