package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.schema.Schema;
import java.util.List;

/**
 * One version of a kind.
 *
 * @param served whether requests for it are answered
 * @param status whether it has the {@code /status} subresource
 * @param selectable dotted paths that field selectors may name besides name and namespace
 * @param deprecation warning given with each answer, empty for none
 */
public record Version(
    String name,
    boolean served,
    boolean storage,
    Schema schema,
    boolean status,
    List<Column> columns,
    List<String> selectable,
    String deprecation) {

  /** A column of {@code kubectl get}; {@code priority} above 0 shows with {@code -o wide} only. */
  public record Column(
      String name, String type, String format, String description, int priority, String jsonPath) {}
}
