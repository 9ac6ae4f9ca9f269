package io.beskar7.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What a Kubernetes API does, said once and checked against the embedded one and the real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Conformance implements RefusalConformance, WatchConformance {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.NEVER)
  static Path directory;

  private TestApi api;
  private KubernetesClient client;
  private Raw raw;
  private String namespace;

  abstract TestApi start(Path directory);

  @BeforeAll
  void startApi() {
    api = start(directory);
    client = api.newClient();
    raw = new Raw(client);
    InputStream yaml = Conformance.class.getResourceAsStream("/widgets.yaml");
    var definition = Serialization.unmarshal(yaml, CustomResourceDefinition.class);
    client.resource(definition).create();
    await().atMost(PATIENCE).until(() -> raw.get("/apis/example.org/v1/widgets").code() == 200);
  }

  @AfterAll
  void stopApi() {
    if (client != null) {
      client.close();
      api.close();
    }
  }

  @BeforeEach
  void makeNamespace() {
    namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);
    raw.post("/api/v1/namespaces", "{\"metadata\":{\"name\":\"" + namespace + "\"}}").expect(201);
  }

  @Override
  public Raw raw() {
    return raw;
  }

  @Override
  public String widgets() {
    return "/apis/example.org/v1/namespaces/" + namespace + "/widgets";
  }

  @Override
  public String core(String plural) {
    return "/api/v1/namespaces/" + namespace + "/" + plural;
  }

  private static String widget(String name, String spec) {
    return Bench.widget(name, "", spec);
  }

  private static String widget(String name, String metadata, String spec) {
    return Bench.widget(name, metadata, spec);
  }

  private Raw.Answer create(String name, String spec) {
    return raw.post(widgets(), widget(name, spec)).expect(201);
  }

  private static String version(JsonNode object) {
    return object.at("/metadata/resourceVersion").asText();
  }

  @Test
  void creationSetsIdentityAndDefaultsAndDropsStatus() {
    String body = widget("a", "\"size\":3").replace("}}", "},\"status\":{\"phase\":\"Done\"}}");
    JsonNode made = raw.post(widgets(), body).expect(201).body();

    assertThat(made.at("/metadata/uid").asText()).isNotEmpty();
    assertThat(made.at("/metadata/generation").asInt()).isEqualTo(1);
    assertThat(made.at("/metadata/creationTimestamp").asText()).endsWith("Z");
    assertThat(made.at("/spec/colour").asText()).isEqualTo("green");
    assertThat(made.at("/spec/parts").isMissingNode()).isTrue();
    assertThat(made.has("status")).isFalse();
    Raw.Answer again = raw.post(widgets(), widget("a", "\"size\":3")).expect(409);
    assertThat(again.reason()).isEqualTo("AlreadyExists");
    assertThat(again.message()).isEqualTo("widgets.example.org \"a\" already exists");
  }

  @Test
  void specAndStatusAreWrittenApartAndOnlySpecCountsGenerations() {
    ObjectNode made = (ObjectNode) create("a", "\"size\":3").body();
    made.putObject("status").put("phase", "Done");
    ((ObjectNode) made.get("spec")).put("size", 9);

    ObjectNode status = (ObjectNode) raw.put(widgets() + "/a/status", made).expect(200).body();
    assertThat(status.at("/spec/size").asInt()).isEqualTo(3);
    assertThat(status.at("/status/phase").asText()).isEqualTo("Done");
    assertThat(status.at("/metadata/generation").asInt()).isEqualTo(1);

    ((ObjectNode) status.get("spec")).put("size", 5);
    ((ObjectNode) status.get("status")).put("phase", "Lost");
    JsonNode spec = raw.put(widgets() + "/a", status).expect(200).body();
    assertThat(spec.at("/status/phase").asText()).isEqualTo("Done");
    assertThat(spec.at("/metadata/generation").asInt()).isEqualTo(2);

    JsonNode label =
        raw.patch(widgets() + "/a", Raw.MERGE, "{\"metadata\":{\"labels\":{\"x\":\"y\"}}}")
            .expect(200)
            .body();
    assertThat(label.at("/metadata/generation").asInt()).isEqualTo(2);
    assertThat(version(label)).isNotEqualTo(version(spec));
  }

  @Test
  void aWriteThatChangesNothingKeepsTheVersion() {
    JsonNode made = create("a", "\"size\":3").body();
    assertThat(version(raw.put(widgets() + "/a", made).expect(200).body()))
        .isEqualTo(version(made));
    JsonNode patched =
        raw.patch(widgets() + "/a", Raw.MERGE, "{\"spec\":{\"size\":3}}").expect(200).body();
    assertThat(version(patched)).isEqualTo(version(made));
  }

  @Test
  void aStaleVersionIsAConflictInPutAndInEveryPatch() {
    JsonNode old = create("a", "\"size\":3").body();
    raw.patch(widgets() + "/a", Raw.MERGE, "{\"spec\":{\"size\":4}}").expect(200);

    Raw.Answer put = raw.put(widgets() + "/a", old).expect(409);
    assertThat(put.message())
        .isEqualTo(
            "Operation cannot be fulfilled on widgets.example.org \"a\": the object has been"
                + " modified; please apply your changes to the latest version and try again");
    String merge =
        "{\"metadata\":{\"resourceVersion\":\"" + version(old) + "\"},\"spec\":{\"size\":5}}";
    assertThat(raw.patch(widgets() + "/a", Raw.MERGE, merge).expect(409).reason())
        .isEqualTo("Conflict");
    String json =
        "[{\"op\":\"replace\",\"path\":\"/metadata/resourceVersion\",\"value\":\""
            + version(old)
            + "\"},{\"op\":\"replace\",\"path\":\"/spec/size\",\"value\":6}]";
    raw.patch(widgets() + "/a", Raw.JSON_PATCH, json).expect(409);
    assertThat(raw.get(widgets() + "/a").at("/spec/size").asInt()).isEqualTo(4);
  }

  @Test
  void putWithoutAVersionIsRefusedForCustomKinds() {
    create("a", "\"size\":3");
    Raw.Answer answer =
        raw.send("PUT", widgets() + "/a", Raw.JSON, widget("a", "\"size\":4"), Raw.JSON)
            .expect(422);
    assertThat(answer.message()).contains("metadata.resourceVersion").contains("must be specified");
  }

  @Test
  void unknownFieldsAreRefusedWarnedOfOrDropped() {
    String body = widget("a", "\"size\":3,\"sise\":4");
    Raw.Answer strict = raw.post(widgets() + "?fieldValidation=Strict", body).expect(400);
    assertThat(strict.message())
        .isEqualTo(
            "Widget in version \"v1\" cannot be handled as a Widget: strict decoding error: unknown"
                + " field \"spec.sise\"");
    Raw.Answer warn = raw.post(widgets() + "?fieldValidation=Warn", body).expect(201);
    assertThat(warn.warnings()).anyMatch(w -> w.contains("unknown field \\\"spec.sise\\\""));
    assertThat(warn.at("/spec").has("sise")).isFalse();
    Raw.Answer ignore =
        raw.post(widgets() + "?fieldValidation=Ignore", body.replace("\"a\"", "\"b\"")).expect(201);
    assertThat(ignore.warnings()).isEmpty();
    assertThat(ignore.at("/spec").has("sise")).isFalse();
  }

  @Test
  void aFieldGivenTwiceIsRefusedWhenStrict() {
    String body = widget("a", "\"size\":3,\"size\":4");
    assertThat(raw.post(widgets() + "?fieldValidation=Strict", body).expect(400).message())
        .contains("duplicate field \"spec.size\"");
  }

  @Test
  void valuesOutsideTheSchemaAreRefusedWithTheFieldsPath() {
    assertRefused(
        "\"size\":\"x\"",
        "spec.size: Invalid value: \"string\": spec.size in body must be of type integer: \"string\"");
    assertRefused(
        "\"size\":0",
        "spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1");
    assertRefused(
        "\"size\":11",
        "spec.size: Invalid value: 11: spec.size in body should be less than or equal to 10");
    assertRefused("\"colour\":\"blue\"", "spec.size: Required value");
    assertRefused(
        "\"size\":3,\"colour\":\"pink\"",
        "spec.colour: Unsupported value: \"pink\": supported values: \"green\", \"blue\"");
    assertRefused(
        "\"size\":3,\"serial\":\"x!\"",
        "spec.serial: Invalid value: \"x!\": spec.serial in body should match '^[a-z0-9]+$'");
    assertRefused(
        "\"size\":3,\"tags\":[]",
        "spec.tags: Invalid value: 0: spec.tags in body should have at least 1 items");
    assertRefused(
        "\"size\":3,\"parts\":[{\"name\":\"p\"},{\"name\":\"p\"}]",
        "spec.parts[1]: Duplicate value: {\"name\":\"p\"}");
    assertRefused("\"size\":3,\"parts\":[{\"count\":1}]", "spec.parts[0].name: Required value");
    assertRefused(
        "\"size\":3,\"port\":true",
        "spec.port: Invalid value: \"boolean\": spec.port in body must be of type integer,string: \"boolean\"");
    raw.post(
            widgets(),
            widget("fine", "\"size\":3,\"port\":\"http\",\"free\":{\"any\":[1,{\"thing\":true}]}"))
        .expect(201);
    assertThat(raw.get(widgets() + "/fine").at("/spec/free/any/1/thing").asBoolean()).isTrue();
  }

  private void assertRefused(String spec, String message) {
    Raw.Answer answer = raw.post(widgets(), widget("bad", spec)).expect(422);
    assertThat(answer.reason()).isEqualTo("Invalid");
    assertThat(answer.message())
        .startsWith("Widget.example.org \"bad\" is invalid: ")
        .contains(message);
    String field = message.substring(0, message.indexOf(':'));
    assertThat(answer.at("/details/causes").findValuesAsText("field")).contains(field);
  }

  @Test
  void bothServedVersionsShowTheSameObject() {
    JsonNode made = create("a", "\"size\":3").body();
    JsonNode other =
        raw.get("/apis/example.org/v1beta1/namespaces/" + namespace + "/widgets/a")
            .expect(200)
            .body();
    assertThat(other.path("apiVersion").asText()).isEqualTo("example.org/v1beta1");
    assertThat(other.path("spec")).isEqualTo(made.path("spec"));
    assertThat(version(other)).isEqualTo(version(made));
  }

  @Test
  void pagesOfAListShowOneMoment() {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      create(name, "\"size\":3");
    }
    JsonNode first = raw.get(widgets() + "?limit=2").expect(200).body();
    create("bb", "\"size\":3");
    raw.delete(widgets() + "/e", null).expect(200);
    List<String> names = new ArrayList<>(names(first));
    String token = first.at("/metadata/continue").asText();
    while (!token.isEmpty()) {
      JsonNode page = raw.get(widgets() + "?limit=2&continue=" + token).expect(200).body();
      assertThat(version(page)).isEqualTo(version(first));
      names.addAll(names(page));
      token = page.at("/metadata/continue").asText();
    }
    assertThat(names).containsExactly("a", "b", "c", "d", "e");
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.path("items").forEach(item -> names.add(item.at("/metadata/name").asText()));
    return names;
  }

  @Test
  void selectorsChooseByLabelsAndFields() {
    raw.post(widgets(), widget("a", ",\"labels\":{\"x\":\"1\",\"y\":\"1\"}", "\"size\":1"))
        .expect(201);
    raw.post(widgets(), widget("b", ",\"labels\":{\"x\":\"2\"}", "\"size\":1")).expect(201);
    raw.post(widgets(), widget("c", "\"size\":1")).expect(201);
    assertThat(selected("labelSelector=x%3D1")).containsExactly("a");
    assertThat(selected("labelSelector=x%21%3D1")).containsExactly("b", "c");
    assertThat(selected("labelSelector=x%20in%20(1,2),%21y")).containsExactly("b");
    assertThat(selected("labelSelector=x%20notin%20(1)")).containsExactly("b", "c");
    assertThat(selected("labelSelector=x")).containsExactly("a", "b");
    assertThat(selected("fieldSelector=metadata.name%3Db")).containsExactly("b");
    Raw.Answer refused = raw.get(widgets() + "?fieldSelector=spec.size%3D1").expect(400);
    assertThat(refused.message()).contains("field label not supported: spec.size");
  }

  private List<String> selected(String query) {
    return names(raw.get(widgets() + "?" + query).expect(200).body());
  }

  @Test
  void aWatchTellsWhenObjectsBeginAndEndToFitItsSelector() throws Exception {
    String start = version(raw.get(widgets()).body());
    create("a", "\"size\":3");
    raw.patch(widgets() + "/a", Raw.MERGE, "{\"metadata\":{\"labels\":{\"x\":\"1\"}}}").expect(200);
    raw.patch(widgets() + "/a", Raw.MERGE, "{\"spec\":{\"size\":4}}").expect(200);
    raw.patch(widgets() + "/a", Raw.MERGE, "{\"metadata\":{\"labels\":{\"x\":null}}}").expect(200);
    raw.patch(widgets() + "/a", Raw.MERGE, "{\"metadata\":{\"labels\":{\"x\":\"1\"}}}").expect(200);
    raw.delete(widgets() + "/a", null).expect(200);

    List<JsonNode> events =
        events(
            widgets() + "?watch=1&timeoutSeconds=2&labelSelector=x%3D1&resourceVersion=" + start);

    assertThat(events)
        .extracting(e -> e.path("type").asText())
        .containsExactly("ADDED", "MODIFIED", "DELETED", "ADDED", "DELETED");
    assertThat(events)
        .extracting(e -> e.at("/object/spec/size").asInt())
        .containsExactly(3, 4, 4, 4, 4);
    List<Long> versions =
        events.stream().map(e -> Long.valueOf(version(e.path("object")))).toList();
    assertThat(versions).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void initialEventsEndWithABookmark() throws Exception {
    create("a", "\"size\":3");
    create("b", "\"size\":3");
    List<JsonNode> events =
        events(
            widgets()
                + "?watch=1&timeoutSeconds=2&sendInitialEvents=true&allowWatchBookmarks=true"
                + "&resourceVersionMatch=NotOlderThan");
    assertThat(events)
        .extracting(e -> e.path("type").asText())
        .startsWith("ADDED", "ADDED", "BOOKMARK");
    assertThat(events.get(2).at("/object/metadata/annotations/k8s.io~1initial-events-end").asText())
        .isEqualTo("true");
  }

  private List<JsonNode> events(String path) throws Exception {
    List<JsonNode> events = new ArrayList<>();
    for (String line : raw.get(path).text().split("\n")) {
      if (!line.isBlank()) {
        events.add(MAPPER.readTree(line));
      }
    }
    return events;
  }

  @Test
  void aVersionFromTheFutureIsATimeout() {
    Raw.Answer answer =
        raw.get(widgets() + "?resourceVersionMatch=NotOlderThan&resourceVersion=999999999")
            .expect(504);
    assertThat(answer.reason()).isEqualTo("Timeout");
    assertThat(answer.message()).contains("Too large resource version");
    assertThat(answer.at("/details/causes/0/reason").asText()).isEqualTo("ResourceVersionTooLarge");
  }

  @Test
  void finalizersHoldAnObjectBack() {
    raw.post(widgets(), widget("a", ",\"finalizers\":[\"example.org/x\"]", "\"size\":3"))
        .expect(201);
    JsonNode going = raw.delete(widgets() + "/a", null).expect(200).body();
    assertThat(going.at("/metadata/deletionTimestamp").asText()).isNotEmpty();
    assertThat(going.at("/metadata/generation").asInt()).isEqualTo(2);

    Raw.Answer more =
        raw.patch(
            widgets() + "/a",
            Raw.MERGE,
            "{\"metadata\":{\"finalizers\":[\"example.org/x\",\"example.org/y\"]}}");
    assertThat(more.expect(422).message())
        .contains("no new finalizers can be added if the object is being deleted");

    raw.patch(widgets() + "/a", Raw.MERGE, "{\"metadata\":{\"finalizers\":null}}").expect(200);
    Raw.Answer gone = raw.get(widgets() + "/a").expect(404);
    assertThat(gone.message()).isEqualTo("widgets.example.org \"a\" not found");
    assertThat(gone.at("/details/kind").asText()).isEqualTo("widgets");
  }

  @Test
  void deletionHonoursPreconditionsAndDryRun() {
    JsonNode made = create("a", "\"size\":3").body();
    raw.delete(widgets() + "/a", "{\"preconditions\":{\"uid\":\"other\"}}").expect(409);
    raw.delete(widgets() + "/a", "{\"preconditions\":{\"resourceVersion\":\"1\"}}").expect(409);
    raw.delete(widgets() + "/a", "{\"dryRun\":[\"All\"]}").expect(200);
    raw.get(widgets() + "/a").expect(200);
    String uid = made.at("/metadata/uid").asText();
    Raw.Answer done =
        raw.delete(widgets() + "/a", "{\"preconditions\":{\"uid\":\"" + uid + "\"}}").expect(200);
    assertThat(done.body().path("status").asText()).isEqualTo("Success");
    assertThat(done.at("/details/uid").asText()).isEqualTo(uid);
  }

  @Test
  void aCollectionIsDeletedBySelector() {
    raw.post(widgets(), widget("a", ",\"labels\":{\"x\":\"1\"}", "\"size\":1")).expect(201);
    raw.post(widgets(), widget("b", "\"size\":1")).expect(201);
    raw.delete(widgets() + "?labelSelector=x%3D1", null).expect(200);
    assertThat(selected("")).containsExactly("b");
  }

  @Test
  void dryRunAndGeneratedNames() {
    raw.post(widgets() + "?dryRun=All", widget("a", "\"size\":3")).expect(201);
    raw.get(widgets() + "/a").expect(404);
    String body = widget("x", "\"size\":3").replace("\"name\":\"x\"", "\"generateName\":\"w-\"");
    assertThat(raw.post(widgets(), body).expect(201).at("/metadata/name").asText())
        .matches("w-[a-z0-9]{5}");
    assertThat(raw.post(widgets(), widget("Not_A_Name", "\"size\":3")).expect(422).message())
        .contains(
            "metadata.name: Invalid value: \"Not_A_Name\": a lowercase RFC 1123 subdomain must consist of");
  }

  @Test
  void secretsTakeClearTextAndKeepTheirType() {
    raw.post(core("secrets"), "{\"metadata\":{\"name\":\"s\"},\"stringData\":{\"a\":\"b\"}}")
        .expect(201);
    JsonNode secret =
        raw.patch(
                core("secrets/s"),
                Raw.STRATEGIC,
                "{\"stringData\":{\"c\":\"d\"},\"data\":{\"a\":null}}")
            .expect(200)
            .body();
    assertThat(secret.path("data").toString()).isEqualTo("{\"c\":\"ZA==\"}");
    assertThat(secret.path("type").asText()).isEqualTo("Opaque");
    assertThat(secret.has("stringData")).isFalse();
    raw.patch(core("secrets/s"), Raw.MERGE, "{\"type\":\"other\"}").expect(422);
  }

  @Test
  void strategicPatchesMergeFinalizersAndOwners() {
    raw.post(
            core("configmaps"),
            "{\"metadata\":{\"name\":\"c\",\"finalizers\":[\"example.org/x\"]},\"data\":{\"a\":\"1\"}}")
        .expect(201);
    JsonNode merged =
        raw.patch(
                core("configmaps/c"),
                Raw.STRATEGIC,
                "{\"metadata\":{\"finalizers\":[\"example.org/y\"]},\"data\":{\"b\":\"2\"}}")
            .expect(200)
            .body();
    assertThat(merged.at("/metadata/finalizers")).hasSize(2);
    assertThat(merged.path("data")).hasSize(2);
    raw.patch(
            core("configmaps/c"),
            Raw.STRATEGIC,
            "{\"metadata\":{\"$deleteFromPrimitiveList/finalizers\":[\"example.org/x\",\"example.org/y\"]}}")
        .expect(200);
    assertThat(raw.get(core("configmaps/c")).at("/metadata").has("finalizers")).isFalse();
    create("w", "\"size\":3");
    raw.patch(widgets() + "/w", Raw.STRATEGIC, "{}").expect(415);
  }

  @Test
  void dependentsGoWithTheirOwner() {
    JsonNode owner =
        raw.post(core("configmaps"), "{\"metadata\":{\"name\":\"owner\"}}").expect(201).body();
    String references =
        ",\"ownerReferences\":[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"name\":\"owner\",\"uid\":\""
            + owner.at("/metadata/uid").asText()
            + "\"}]";
    raw.post(widgets(), widget("a", references, "\"size\":3")).expect(201);
    raw.delete(core("configmaps/owner"), null).expect(200);
    await().atMost(PATIENCE).until(() -> raw.get(widgets() + "/a").code() == 404);
  }

  @Test
  void aNamespaceTakesItsContentWithItAndTakesNothingNew() {
    raw.post(widgets(), widget("a", ",\"finalizers\":[\"example.org/x\"]", "\"size\":3"))
        .expect(201);
    raw.post(core("secrets"), "{\"metadata\":{\"name\":\"s\"}}").expect(201);
    raw.delete("/api/v1/namespaces/" + namespace, null).expect(200);
    assertThat(raw.get("/api/v1/namespaces/" + namespace).at("/status/phase").asText())
        .isEqualTo("Terminating");
    Raw.Answer refused =
        raw.post(core("secrets"), "{\"metadata\":{\"name\":\"late\"}}").expect(403);
    assertThat(refused.message()).contains("because it is being terminated");
    await().atMost(PATIENCE).until(() -> raw.get(core("secrets/s")).code() == 404);
    await()
        .atMost(PATIENCE)
        .until(() -> raw.get(widgets() + "/a").at("/metadata").has("deletionTimestamp"));
    raw.patch(widgets() + "/a", Raw.MERGE, "{\"metadata\":{\"finalizers\":null}}").expect(200);
    await().atMost(PATIENCE).until(() -> raw.get("/api/v1/namespaces/" + namespace).code() == 404);
    Raw.Answer missing = raw.post(core("secrets"), "{\"metadata\":{\"name\":\"s\"}}").expect(404);
    assertThat(missing.message()).isEqualTo("namespaces \"" + namespace + "\" not found");
  }

  @Test
  void tablesAndMetadataAreGivenWhenAskedFor() {
    create("a", "\"size\":3");
    JsonNode table =
        raw.get(widgets(), "application/json;as=Table;v=v1;g=meta.k8s.io,application/json")
            .expect(200)
            .body();
    assertThat(table.path("kind").asText()).isEqualTo("Table");
    assertThat(table.path("columnDefinitions").findValuesAsText("name"))
        .containsExactly("Name", "Size", "Ready");
    assertThat(table.at("/rows/0/cells/1").asInt()).isEqualTo(3);
    assertThat(table.at("/rows/0/object/kind").asText()).isEqualTo("PartialObjectMetadata");
    JsonNode partial =
        raw.get(widgets(), "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io")
            .expect(200)
            .body();
    assertThat(partial.path("kind").asText()).isEqualTo("PartialObjectMetadataList");
    assertThat(partial.at("/items/0").has("spec")).isFalse();
  }

  @Test
  void eventsAreSelectedByWhatTheyAreAbout() {
    raw.post(
            core("events"),
            "{\"metadata\":{\"name\":\"e\"},\"reason\":\"Tested\",\"type\":\"Normal\",\"involvedObject\":{\"kind\":\"Widget\",\"name\":\"a\",\"namespace\":\""
                + namespace
                + "\"}}")
        .expect(201);
    assertThat(
            names(
                raw.get(core("events") + "?fieldSelector=reason%3DTested,involvedObject.name%3Da")
                    .body()))
        .containsExactly("e");
    assertThat(names(raw.get(core("events") + "?fieldSelector=involvedObject.name%3Db").body()))
        .isEmpty();
  }

  @Test
  void whatIsNotThereIsRefusedInTheUsualWords() {
    raw.get("/apis/example.org/v1/gadgets").expect(404);
    assertThat(raw.post(widgets(), "{").expect(400).reason()).isEqualTo("BadRequest");
    assertThat(raw.send("POST", widgets(), "application/toml", "x", Raw.JSON).expect(415).reason())
        .isEqualTo("UnsupportedMediaType");
    assertThat(raw.delete(widgets() + "/a/status", null).expect(405).reason())
        .isEqualTo("MethodNotAllowed");
  }

  @Test
  void oneMayAskWhatOneMay() {
    Raw.Answer answer =
        raw.post(
                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":{\"resourceAttributes\":{\"verb\":\"list\",\"resource\":\"secrets\"}}}")
            .expect(201);
    assertThat(answer.at("/status/allowed").asBoolean()).isTrue();
  }

  @Test
  void discoveryAndOpenApiNameTheKind() {
    JsonNode classic = raw.get("/apis/example.org/v1").expect(200).body();
    assertThat(classic.path("resources").findValuesAsText("name"))
        .containsExactlyInAnyOrder("widgets", "widgets/status");
    JsonNode aggregated =
        raw.get("/apis", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
            .expect(200)
            .body();
    assertThat(aggregated.toString()).contains("\"widgets\"");
    await()
        .atMost(PATIENCE)
        .until(() -> raw.get("/openapi/v3/apis/example.org/v1").text().contains("fieldValidation"));
  }

  @Test
  void aCustomResourceHasToSayWhatItIs() {
    String spec = "\"metadata\":{\"name\":\"a\"},\"spec\":{\"size\":3}}";
    Raw.Answer kindless =
        raw.post(widgets(), "{\"apiVersion\":\"example.org/v1\"," + spec).expect(400);
    assertThat(kindless.message())
        .startsWith(
            "the object provided is unrecognized (must be of type Widget): Object 'Kind' is missing");
    Raw.Answer versionless = raw.post(widgets(), "{\"kind\":\"Widget\"," + spec).expect(400);
    assertThat(versionless.message())
        .isEqualTo(
            "the API version in the data () does not match the expected API version"
                + " (example.org/v1)");
    Raw.Answer other =
        raw.post(widgets(), "{\"apiVersion\":\"example.org/v1\",\"kind\":\"Gadget\"," + spec)
            .expect(422);
    assertThat(other.message())
        .isEqualTo(
            "Gadget.example.org \"a\" is invalid: kind: Invalid value: \"Gadget\": must be Widget");
    raw.post(core("configmaps"), "{\"metadata\":{\"name\":\"a\"}}").expect(201);
  }

  @Test
  void whatHasATypeOfItsOwnIsRefusedWhenItCannotBeDecoded() {
    for (String body :
        List.of(
            "{\"metadata\":{\"name\":\"a\"},\"data\":{\"a\":1}}",
            "{\"metadata\":{\"name\":\"a\",\"labels\":{\"a\":1}}}")) {
      Raw.Answer refused = raw.post(core("configmaps"), body).expect(400);
      assertThat(refused.message())
          .startsWith("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: ");
    }
    String labelled = widget("a", ",\"labels\":{\"a\":1}", "\"size\":3");
    assertThat(raw.post(widgets(), labelled).expect(400).message())
        .startsWith("Widget in version \"v1\" cannot be handled as a Widget: ");
    String secret = "{\"metadata\":{\"name\":\"a\"},\"data\":{\"a\":\"***\"}}";
    assertThat(raw.post(core("secrets"), secret).expect(400).message())
        .startsWith("Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data");
  }

  @Test
  void anEventLiesInTheNamespaceOfWhatItIsAbout() {
    String event =
        "{\"metadata\":{\"name\":\"%s\"},\"involvedObject\":{\"namespace\":\"%s\"},\"reason\":\"R\"}";
    raw.post(core("events"), event.formatted("a", namespace)).expect(201);
    Raw.Answer elsewhere = raw.post(core("events"), event.formatted("b", "other")).expect(422);
    assertThat(elsewhere.message())
        .isEqualTo(
            "Event \"b\" is invalid: involvedObject.namespace: Invalid value: \"other\":"
                + " does not match event.namespace");
    String nowhere = "{\"metadata\":{\"name\":\"%s\"}}".formatted("c-" + namespace);
    raw.post(core("events"), nowhere).expect(422);
    raw.post("/api/v1/namespaces/default/events", nowhere).expect(201);
  }

  @Test
  void aLeaseLastsForAWhile() {
    String lease = "{\"metadata\":{\"name\":\"a\"},\"spec\":{\"leaseDurationSeconds\":%d}}";
    String leases = "/apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases";
    assertThat(raw.post(leases, lease.formatted(0)).expect(422).message())
        .isEqualTo(
            "Lease.coordination.k8s.io \"a\" is invalid: spec.leaseDurationSeconds: Invalid value:"
                + " 0: must be greater than 0");
    raw.post(leases, lease.formatted(1)).expect(201);
  }

  @Test
  void whatIsBeingDeletedStillHoldsItsName() {
    String held = widget("a", ",\"finalizers\":[\"example.org/held\"]", "\"size\":3");
    raw.post(widgets(), held).expect(201);
    raw.delete(widgets() + "/a", null).expect(200);
    assertThat(raw.post(widgets(), held).expect(409).message())
        .isEqualTo("object is being deleted: widgets.example.org \"a\" already exists");
    raw.patch(widgets() + "/a/status", Raw.MERGE, "{\"status\":{\"phase\":\"Last\"}}").expect(200);
    raw.patch(widgets() + "/a", Raw.MERGE, "{\"metadata\":{\"finalizers\":null}}").expect(200);
    raw.get(widgets() + "/a").expect(404);
  }

  @Test
  void theFirstNamespacesStay() {
    Raw.Answer kept = raw.delete("/api/v1/namespaces/default", null).expect(403);
    assertThat(kept.message())
        .isEqualTo("namespaces \"default\" is forbidden: this namespace may not be deleted");
  }

  @Test
  void optionsOfAListAreRefusedInTheUsualWords() {
    assertThat(raw.get(widgets() + "?resourceVersionMatch=Exact").expect(422).message())
        .isEqualTo(
            "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden:"
                + " resourceVersionMatch is forbidden unless resourceVersion is provided");
    assertThat(raw.get(widgets() + "?fieldSelector=spec.size%3D1").expect(400).message())
        .isEqualTo("field label not supported: spec.size");
  }
}
