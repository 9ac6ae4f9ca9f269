package io.beskar7.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectorTest {
  private static final Map<String, String> LABELS = Map.of("rack", "r1", "gpu", "");

  private static boolean selects(Selector.Term... terms) {
    return new Selector(List.of(terms)).matches(LABELS);
  }

  @Test
  void termsMeanWhatTheyMeanInKubernetes() {
    assertThat(selects()).isTrue();
    assertThat(selects(new Selector.In("rack", List.of("r0", "r1")))).isTrue();
    assertThat(selects(new Selector.In("rack", List.of("r0")))).isFalse();
    assertThat(selects(new Selector.In("row", List.of("r1")))).isFalse();
    assertThat(selects(new Selector.NotIn("rack", List.of("r1")))).isFalse();
    assertThat(selects(new Selector.NotIn("row", List.of("r1")))).isTrue();
    assertThat(selects(new Selector.Exists("gpu"))).isTrue();
    assertThat(selects(new Selector.Exists("row"))).isFalse();
    assertThat(selects(new Selector.DoesNotExist("row"))).isTrue();
    assertThat(selects(new Selector.DoesNotExist("gpu"))).isFalse();
  }

  @Test
  void allTermsMustHold() {
    assertThat(selects(new Selector.Exists("gpu"), new Selector.Exists("row"))).isFalse();
  }
}
