package io.beskar7.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import org.junit.jupiter.api.Test;

class LastLookTest {
  private final MapCache<ConfigMap> cache = new MapCache<>();
  private final LastLook<ConfigMap> looks = new LastLook<>(ConfigMap::getData);

  @Test
  void what_nobody_has_looked_at_is_news() {
    assertThat(looks.isNews(version(1, "a"))).isTrue();
  }

  @Test
  void our_own_write_is_no_news_even_when_it_is_heard_of_before_its_answer() {
    begins(version(1, "a"));
    looks.leaves(version(1, "b"));
    assertThat(looks.isNews(version(2, "b"))).isFalse();
    looks.wrote(version(2, "b"));
    assertThat(looks.isNews(version(2, "b"))).isFalse();
  }

  @Test
  void what_somebody_else_makes_of_it_is_news() {
    begins(version(1, "a"));
    looks.leaves(version(1, "b"));
    looks.wrote(version(2, "b"));
    assertThat(looks.isNews(version(3, "c"))).isTrue();
  }

  @Test
  void while_a_look_is_under_way_what_it_may_not_have_seen_is_news() {
    begins(version(1, "a"));
    looks.leaves(version(1, "a"));
    begins(version(2, "b"));
    assertThat(looks.isNews(version(2, "b"))).as("the version that was read").isFalse();
    assertThat(looks.isNews(version(3, "a"))).as("as the look before left it").isTrue();
  }

  @Test
  void after_a_look_that_ended_early_every_change_is_news() {
    begins(version(1, "a"));
    assertThat(looks.isNews(version(2, "a"))).isTrue();
  }

  @Test
  void a_look_never_sees_less_than_the_one_before_has_written() {
    begins(version(1, "a"));
    looks.wrote(version(2, "b"));
    looks.wrote(version(3, "c"));
    assertThat(begins(version(1, "a")).getData()).containsValue("c");
    assertThat(begins(version(2, "b")).getData()).containsValue("c");
    assertThat(looks.isNews(version(3, "c"))).isFalse();
  }

  @Test
  void what_the_cache_has_from_others_goes_before_what_we_have_written() {
    begins(version(1, "a"));
    looks.wrote(version(2, "b"));
    assertThat(begins(version(4, "d")).getData()).containsValue("d");
    assertThat(begins(version(3, "c")).getData()).containsValue("c");
  }

  @Test
  void a_look_is_at_what_the_cache_has_after_it_began_and_not_at_what_was_handed_over() {
    cache.put(version(2, "b"));
    assertThat(looks.begins(version(1, "a"), cache).getData()).containsValue("b");
  }

  @Test
  void of_an_object_that_is_gone_nothing_is_known() {
    begins(version(1, "a"));
    looks.leaves(version(1, "a"));
    looks.forget(ResourceID.fromResource(version(1, "a")));
    assertThat(looks.isNews(version(1, "a"))).isTrue();
  }

  private ConfigMap begins(ConfigMap now) {
    cache.put(now);
    return looks.begins(now, cache);
  }

  private static ConfigMap version(int version, String data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace("default")
        .withName("one")
        .withResourceVersion("" + version)
        .endMetadata()
        .addToData("key", data)
        .build();
  }
}
