package io.beskar7.apiserver.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTreeTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itHoldsWhatATreeMapHoldsAndOldVersionsStayAsTheyWere(long seed) {
    Random random = new Random(seed);
    TreeMap<String, Integer> model = new TreeMap<>();
    SortedTree<Integer> tree = SortedTree.empty();
    SortedTree<Integer> old = tree;
    TreeMap<String, Integer> oldModel = new TreeMap<>();
    for (int i = 0; i < 4_000; i++) {
      String key = "k" + random.nextInt(400);
      if (random.nextInt(5) < 2) {
        tree = tree.without(key);
        model.remove(key);
      } else {
        tree = tree.with(key, i);
        model.put(key, i);
      }
      if (i == 2_000) {
        old = tree;
        oldModel = new TreeMap<>(model);
      }
    }

    assertThat(values(tree, "", "\uffff")).isEqualTo(new ArrayList<>(model.values()));
    assertThat(values(old, "", "\uffff")).isEqualTo(new ArrayList<>(oldModel.values()));
    assertThat(tree.size()).isEqualTo(model.size());
    assertThat(values(tree, "k1", "k2"))
        .isEqualTo(new ArrayList<>(model.subMap("k1", "k2").values()));
    SortedTree<Integer> last = tree;
    model.forEach((key, value) -> assertThat(last.get(key)).isEqualTo(value));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itStaysShallowWhenKeysComeInOrder(boolean ascending) {
    SortedTree<Integer> tree = SortedTree.empty();
    for (int i = 0; i < 20_000; i++) {
      tree = tree.with("%06d".formatted(ascending ? i : 20_000 - i), i);
    }
    assertThat(tree.height()).isLessThan(32);
  }

  private static List<Integer> values(SortedTree<Integer> tree, String from, String to) {
    List<Integer> values = new ArrayList<>();
    tree.forEach(from, to, values::add);
    return values;
  }
}
