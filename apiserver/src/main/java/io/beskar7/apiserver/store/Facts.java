package io.beskar7.apiserver.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What is asked of an object too often to parse it each time.
 *
 * @param afterVersion offset of the first byte behind the value of {@code apiVersion}, so that
 *     another served version can be written in its place without parsing
 * @param ownerUids UIDs of its owners
 * @param deleting whether {@code metadata.deletionTimestamp} is set
 */
public record Facts(
    int afterVersion,
    String uid,
    Map<String, String> labels,
    List<String> ownerUids,
    boolean deleting) {

  static Facts of(ObjectNode object) {
    var metadata = object.path("metadata");
    Map<String, String> labels = new LinkedHashMap<>();
    metadata
        .path("labels")
        .properties()
        .forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
    List<String> owners =
        StreamSupport.stream(metadata.path("ownerReferences").spliterator(), false)
            .map(owner -> Json.text(owner, "uid"))
            .toList();
    return new Facts(
        Encoding.START.length + Json.bytes(object.path("apiVersion")).length,
        Json.text(metadata, "uid"),
        Map.copyOf(labels),
        owners,
        metadata.has("deletionTimestamp"));
  }
}
