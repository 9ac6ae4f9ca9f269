package io.beskar7.apiserver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a small tmpfs, which only root may mount. */
class DiskFullTest {
  @TempDir Path mount;

  @BeforeEach
  void mountSmallDisk() throws Exception {
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mount.toString()) == 0;
    assumeTrue(mounted, "a small tmpfs can only be mounted by root");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", mount.toString());
  }

  @Test
  void writesAreRefusedWhileTheDiskIsFullAndTakenWhenSpaceReturns() throws Exception {
    Path data = Files.createDirectory(mount.resolve("data"));
    Path filler = mount.resolve("filler");
    int stored = 0;
    try (Store store = Store.open(data, Store.Settings.standard())) {
      assertThat(put(store, stored++)).isNull();
      fill(filler);

      StoreException refusal = null;
      for (int i = 0; refusal == null && i < 200; i++) {
        refusal = put(store, stored);
        stored += refusal == null ? 1 : 0;
      }
      assertThat(refusal).isNotNull();
      assertThat(refusal.kind()).isEqualTo(StoreException.Kind.FULL);
      assertThat(store.snapshot().entries().size()).isEqualTo(stored);
      assertThat(put(store, stored)).isNotNull();

      Files.delete(filler);
      assertThat(put(store, stored++)).isNull();
    }
    try (Store store = Store.open(data, Store.Settings.standard())) {
      assertThat(store.snapshot().entries().size()).isEqualTo(stored);
    }
  }

  private static void fill(Path filler) throws Exception {
    run("dd", "if=/dev/zero", "of=" + filler, "bs=4096");
  }

  private static StoreException put(Store store, int n) {
    ObjectNode object = Json.object().put("apiVersion", "g/v1").put("kind", "Thing");
    object.putObject("metadata").put("name", "a" + n).put("uid", "u" + n);
    object.put("filler", "z".repeat(20_000));
    try {
      store.write(Write.put("g/r//a" + n, 0, Encoding.encode(object)));
      return null;
    } catch (StoreException e) {
      return e;
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
