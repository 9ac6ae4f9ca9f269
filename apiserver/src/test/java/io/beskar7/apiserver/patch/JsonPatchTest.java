package io.beskar7.apiserver.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.ApiException;
import io.beskar7.apiserver.json.TreeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {
  private static final String OBJECT = "{\"a\":{\"b\":[1,2,3]},\"c/d\":\"x\"}";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "[{\"op\":\"add\",\"path\":\"/a/b/1\",\"value\":9}] | {\"a\":{\"b\":[1,9,2,3]},\"c/d\":\"x\"}",
        "[{\"op\":\"add\",\"path\":\"/a/b/-\",\"value\":9}] | {\"a\":{\"b\":[1,2,3,9]},\"c/d\":\"x\"}",
        "[{\"op\":\"remove\",\"path\":\"/a/b/0\"}] | {\"a\":{\"b\":[2,3]},\"c/d\":\"x\"}",
        "[{\"op\":\"replace\",\"path\":\"/c~1d\",\"value\":\"y\"}] | {\"a\":{\"b\":[1,2,3]},\"c/d\":\"y\"}",
        "[{\"op\":\"move\",\"from\":\"/a/b\",\"path\":\"/e\"}] | {\"a\":{},\"c/d\":\"x\",\"e\":[1,2,3]}",
        "[{\"op\":\"copy\",\"from\":\"/c~1d\",\"path\":\"/e\"}] | {\"a\":{\"b\":[1,2,3]},\"c/d\":\"x\",\"e\":\"x\"}",
        "[{\"op\":\"test\",\"path\":\"/a/b/2\",\"value\":3}] | {\"a\":{\"b\":[1,2,3]},\"c/d\":\"x\"}"
      })
  void operationsOfRfc6902ChangeTheDocument(String patch, String expected) throws IOException {
    assertThat(JsonPatch.apply((ObjectNode) tree(OBJECT), tree(patch)).toString())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "[{\"op\":\"test\",\"path\":\"/a/b/2\",\"value\":4}] | 422",
        "[{\"op\":\"remove\",\"path\":\"/nowhere\"}] | 422",
        "[{\"op\":\"replace\",\"path\":\"/a/b/7\",\"value\":4}] | 422",
        "[{\"op\":\"jump\",\"path\":\"/a\"}] | 422",
        "[{\"op\":\"add\",\"path\":\"/a\"}] | 400",
        "{} | 400"
      })
  void whatDoesNotFitIsRefused(String patch, int code) {
    assertThatThrownBy(() -> JsonPatch.apply((ObjectNode) tree(OBJECT), tree(patch)))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aMergePatchRemovesByNullAndReplacesLists() throws IOException {
    ObjectNode patch =
        (ObjectNode) tree("{\"a\":{\"b\":[7],\"n\":{\"x\":null,\"y\":1}},\"c/d\":null}");
    assertThat(MergePatch.apply((ObjectNode) tree(OBJECT), patch).toString())
        .isEqualTo("{\"a\":{\"b\":[7],\"n\":{\"y\":1}}}");
  }

  private static JsonNode tree(String text) throws IOException {
    return TreeReader.json(text.getBytes(StandardCharsets.UTF_8)).root();
  }
}
