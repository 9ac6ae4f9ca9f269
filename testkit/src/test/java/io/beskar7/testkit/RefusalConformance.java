package io.beskar7.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How writes are refused, and what is taken with a warning or in silence. */
interface RefusalConformance extends Bench {
  String LEASES = "/apis/coordination.k8s.io/v1/namespaces/default/leases?dryRun=All";

  @Test
  default void optionsOfAWriteThatCannotBeAreRefusedBeforeAnythingIsDone() {
    JsonNode made = create("a").body();
    String one = widgets() + "/a";
    for (String option : List.of("fieldValidation", "dryRun")) {
      String query = "?" + option + "=Bad";
      String field = option + ": Unsupported value: ";
      refused("CreateOptions", raw().post(widgets() + query, Bench.widget("b", "", "")), field);
      refused("UpdateOptions", raw().put(one + query, made), field);
      refused("PatchOptions", merge(one + query, "{}"), field);
    }
    Raw.Answer both = raw().post(widgets() + "?dryRun=Bad&fieldValidation=Bad", "{}");
    assertThat(both.expect(422).message())
        .isEqualTo(
            "CreateOptions.meta.k8s.io \"\" is invalid: [dryRun: Unsupported value: [\"Bad\"]:"
                + " supported values: \"All\", fieldValidation: Unsupported value: \"Bad\":"
                + " supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"]");
    raw().get(widgets() + "/b").expect(404);
  }

  @Test
  default void optionsOfADeletionThatCannotBeLeaveTheObjectAlone() {
    create("a");
    String one = widgets() + "/a";
    String dryRun = "dryRun: Unsupported value: [\"Bad\"]: supported values: \"All\"";
    String policy =
        "propagationPolicy: Unsupported value: \"Bad\": supported values: \"Foreground\","
            + " \"Background\", \"Orphan\", \"nil\"";
    refused("DeleteOptions", raw().delete(one, "{\"dryRun\":[\"Bad\"]}"), dryRun);
    refused("DeleteOptions", raw().delete(one, "{\"propagationPolicy\":\"Bad\"}"), policy);
    refused("DeleteOptions", bodiless(one + "?dryRun=Bad"), dryRun);
    refused("DeleteOptions", bodiless(one + "?propagationPolicy=Bad"), policy);
    refused("DeleteOptions", bodiless(widgets() + "?dryRun=Bad"), dryRun);
    raw().get(one).expect(200);
  }

  private Raw.Answer bodiless(String path) {
    return raw().send("DELETE", path, Raw.JSON, "", Raw.JSON);
  }

  private static void refused(String kind, Raw.Answer answer, String message) {
    assertThat(answer.expect(422).message())
        .startsWith(kind + ".meta.k8s.io \"\" is invalid: " + message);
    assertThat(answer.reason()).isEqualTo("Invalid");
    assertThat(answer.at("/details/causes/0/reason").asText()).isEqualTo("FieldValueNotSupported");
  }

  @Test
  default void whatOnlyTheServerSetsIsImmutable() {
    create("a");
    raw().post(core("configmaps"), "{\"metadata\":{\"name\":\"a\"}}").expect(201);
    String widget = "Widget.example.org \"a\" is invalid: ";
    immutable(widgets() + "/a", widget);
    immutable(core("configmaps/a"), "ConfigMap \"a\" is invalid: ");
    String json = "[{\"op\":\"replace\",\"path\":\"/metadata/uid\",\"value\":\"other\"}]";
    assertThat(raw().patch(widgets() + "/a", Raw.JSON_PATCH, json).expect(422).message())
        .isEqualTo(widget + "metadata.uid: Invalid value: \"other\": field is immutable");
  }

  private void immutable(String path, String start) {
    assertThat(merge(path, "{\"metadata\":{\"uid\":\"other\"}}").expect(422).message())
        .isEqualTo(start + "metadata.uid: Invalid value: \"other\": field is immutable");
    String going = "{\"metadata\":{\"deletionTimestamp\":\"2020-01-01T00:00:00Z\"}}";
    assertThat(merge(path, going).expect(422).message())
        .isEqualTo(
            start
                + "metadata.deletionTimestamp: Invalid value: \"2020-01-01T00:00:00Z\":"
                + " field is immutable");
    merge(path, "{\"metadata\":{\"deletionGracePeriodSeconds\":9}}").expect(422);
    ObjectNode object = (ObjectNode) raw().get(path).expect(200).body();
    JsonNode before = object.deepCopy();
    ((ObjectNode) object.get("metadata")).put("uid", "other");
    assertThat(raw().put(path, object).expect(409).message())
        .contains("Precondition failed: UID in precondition: other, UID in object meta: ");
    String quiet = "{\"metadata\":{\"generation\":9,\"creationTimestamp\":null,\"uid\":null}}";
    assertThat(merge(path, quiet).expect(200).body().path("metadata"))
        .isEqualTo(before.path("metadata"));
  }

  @Test
  default void aChangeThroughStatusReachesNothingElse() {
    JsonNode made = create("a").body();
    String patch =
        "{\"metadata\":{\"uid\":\"other\",\"deletionTimestamp\":\"2020-01-01T00:00:00Z\"}}";
    JsonNode patched = merge(widgets() + "/a/status", patch).expect(200).body();
    assertThat(patched.at("/metadata/uid")).isEqualTo(made.at("/metadata/uid"));
    assertThat(patched.at("/metadata").has("deletionTimestamp")).isFalse();
  }

  @Test
  default void aPatchWhoseResultCannotBeDecodedIsInvalid() {
    create("a");
    raw().post(core("configmaps"), "{\"metadata\":{\"name\":\"a\"}}").expect(201);
    String widget = widgets() + "/a";
    String strict = "?fieldValidation=Strict";
    unfit(merge(widget + strict, "{\"spec\":{\"sise\":4}}"), "unknown field \"spec.sise\"");
    unfit(merge(widget + strict, "{\"metadata\":{\"foo\":1}}"), "unknown field \"metadata.foo\"");
    unfit(merge(widget + strict, "{\"spec\":{\"size\":4,\"size\":5}}"), "duplicate field");
    unfit(merge(widget, "{\"metadata\":{\"deletionTimestamp\":\"x\"}}"), "");
    unfit(merge(widget, "{\"metadata\":{\"labels\":{\"a\":1}}}"), "");
    unfit(merge(core("configmaps/a") + strict, "{\"dada\":{}}"), "unknown field \"dada\"");
    unfit(merge(core("configmaps/a"), "{\"data\":{\"a\":1}}"), "");
    String json = "[{\"op\":\"add\",\"path\":\"/sise\",\"value\":4}]";
    unfit(raw().patch(widget + strict, Raw.JSON_PATCH, json), "unknown field \"sise\"");
    String strategic = core("configmaps/a") + strict;
    unfit(raw().patch(strategic, Raw.STRATEGIC, "{\"dada\":{}}"), "unknown field \"dada\"");
    raw().patch(widget, Raw.JSON_PATCH, "[{\"op\":\"nope\",\"path\":\"/a\"}]").expect(422);
  }

  private static void unfit(Raw.Answer answer, String complaint) {
    assertThat(answer.expect(422).reason()).isEqualTo("Invalid");
    assertThat(answer.at("/details/causes/0/field").asText()).isEqualTo("patch");
    assertThat(answer.message()).contains("is invalid: patch: Invalid value: ").contains(complaint);
  }

  @Test
  default void aTimeThatCannotBeReadIsRefusedBeforeItsKindIsJudged() {
    String lease = "{\"metadata\":{\"name\":\"a\"},\"spec\":{\"renewTime\":%s}}";
    for (String time :
        List.of("nonsense", "", "2020-01-01T00:00:00Z", "2020-01-01T00:00:00.123456789Z")) {
      String body = lease.formatted('"' + time + '"');
      assertThat(raw().post(LEASES, body).expect(400).message())
          .startsWith("Lease in version \"v1\" cannot be handled as a Lease: ");
    }
    raw().post(LEASES, lease.formatted("\"2020-01-01T00:00:00.123456Z\"")).expect(201);
    raw().post(LEASES, lease.formatted("\"2020-01-01T02:00:00.123456+02:00\"")).expect(201);
    raw().post(LEASES, lease.formatted("null")).expect(201);
    String created = ",\"creationTimestamp\":\"bad\"";
    assertThat(
            raw().post(widgets(), Bench.widget("a", created, "\"size\":3")).expect(400).message())
        .startsWith("Widget in version \"v1\" cannot be handled as a Widget: ");
    String event = "{\"metadata\":{\"name\":\"e\"},\"firstTimestamp\":\"bad\"}";
    raw().post("/api/v1/namespaces/default/events?dryRun=All", event).expect(400);
  }

  @Test
  default void collectionsAreNeitherReplacedNorPatchedNorEmptiedEverywhereAtOnce() {
    for (String method : List.of("PUT", "PATCH")) {
      String type = method.equals("PUT") ? Raw.JSON : Raw.MERGE;
      String body = Bench.widget("a", "", "\"size\":3");
      assertThat(raw().send(method, widgets(), type, body, Raw.JSON).expect(400).message())
          .isEqualTo("name must be provided");
      raw().send(method, core("configmaps"), type, "{}", Raw.JSON).expect(405);
      raw().send(method, "/apis/example.org/v1/widgets", type, body, Raw.JSON).expect(404);
    }
    create("a");
    raw().delete("/apis/example.org/v1/widgets", null).expect(404);
    raw().delete("/api/v1/configmaps", null).expect(405);
    raw().post("/apis/example.org/v1/widgets", "{}").expect(404);
    raw().get(widgets() + "/a").expect(200);
  }

  @Test
  default void aFinalizerShouldNameItsDomain() {
    String plain = ",\"finalizers\":[\"plain\",\"example.org/held\",\"orphan\"]";
    Raw.Answer made = raw().post(widgets(), Bench.widget("a", plain, "\"size\":3")).expect(201);
    assertThat(made.warnings())
        .singleElement()
        .asString()
        .contains(
            "metadata.finalizers: \\\"plain\\\": prefer a domain-qualified finalizer name to avoid"
                + " accidental conflicts with other finalizer writers");
    assertThat(merge(widgets() + "/a", "{\"spec\":{\"size\":4}}").expect(200).warnings()).isEmpty();
    String none = "{\"metadata\":{\"finalizers\":null}}";
    merge(widgets() + "/a", none).expect(200);
    assertThat(merge(widgets() + "/a", "{\"metadata\":{\"finalizers\":[\"x\"]}}").warnings())
        .hasSize(1);
    merge(widgets() + "/a", none).expect(200);

    String map = "{\"metadata\":{\"name\":\"c\",\"finalizers\":[\"example.org/a\",\"plain\"]}}";
    assertThat(raw().post(core("configmaps"), map).expect(422).message())
        .isEqualTo(
            "ConfigMap \"c\" is invalid: metadata.finalizers[1]: Invalid value: \"plain\":"
                + " name is neither a standard finalizer name nor is it fully qualified");
    raw().post(LEASES, map.replace("example.org/a", "a")).expect(201);
  }

  @Test
  default void aNullIsAbsent() {
    Raw.Answer required = raw().post(widgets(), Bench.widget("a", "", "\"size\":null"));
    assertThat(required.expect(422).message())
        .isEqualTo("Widget.example.org \"a\" is invalid: spec.size: Required value");
    String parts = "\"size\":3,\"parts\":[{\"name\":null}]";
    assertThat(raw().post(widgets(), Bench.widget("a", "", parts)).expect(422).message())
        .isEqualTo("Widget.example.org \"a\" is invalid: spec.parts[0].name: Required value");
    String optional =
        "\"size\":3,\"serial\":null,\"colour\":null,\"port\":null,\"tags\":null,"
            + "\"parts\":[{\"name\":\"p\",\"count\":null}],\"free\":{\"kept\":null}";
    JsonNode made = raw().post(widgets(), Bench.widget("a", "", optional)).expect(201).body();
    assertThat(made.at("/spec").properties())
        .extracting(field -> field.getKey() + "=" + field.getValue())
        .containsExactlyInAnyOrder(
            "size=3", "colour=\"green\"", "parts=[{\"name\":\"p\"}]", "free={\"kept\":null}");
    String item = "\"size\":3,\"tags\":[\"t\",null]";
    assertThat(raw().post(widgets(), Bench.widget("b", "", item)).expect(422).message())
        .contains("spec.tags[1]: Invalid value: \"null\"");
  }

  @Test
  default void aNullInAMapOfTextsIsTheEmptyText() {
    String body = "{\"metadata\":{\"name\":\"a\",\"labels\":{\"x\":null}},\"data\":{\"k\":null}%s}";
    JsonNode map = raw().post(core("configmaps"), body.formatted("")).expect(201).body();
    assertThat(map.at("/data").toString()).isEqualTo("{\"k\":\"\"}");
    assertThat(map.at("/metadata/labels").toString()).isEqualTo("{\"x\":\"\"}");
    String clear = body.formatted(",\"stringData\":{\"s\":null}");
    JsonNode secret = raw().post(core("secrets"), clear).expect(201).body();
    assertThat(secret.at("/data").toString()).isEqualTo("{\"k\":\"\",\"s\":\"\"}");
    String nothing = "{\"metadata\":{\"name\":\"b\"},\"data\":null}";
    assertThat(raw().post(core("configmaps"), nothing).expect(201).body().has("data")).isFalse();
  }
}
