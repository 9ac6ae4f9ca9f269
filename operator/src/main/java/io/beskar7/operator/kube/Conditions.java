package io.beskar7.operator.kube;

import io.beskar7.api.reason.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The next list of conditions of one object, made from the present one. lastTransitionTime is cut
 * to seconds and changes with the status alone (Cluster API, util/conditions).
 */
public final class Conditions {
  public static final String READY = "Ready";
  public static final String PAUSED = "Paused";

  private static final Comparator<String> READY_FIRST_PAUSED_LAST =
      Comparator.comparingInt(Conditions::rank).thenComparing(Comparator.naturalOrder());

  private final Map<String, Condition> byType = new TreeMap<>(READY_FIRST_PAUSED_LAST);
  private final @Nullable Long generation;
  private final Instant now;

  /**
   * Starts from what the object has.
   *
   * @param present its conditions, or null; neither the list nor its members are changed
   * @param generation its metadata.generation, stamped on each condition that is set
   */
  public Conditions(@Nullable List<Condition> present, @Nullable Long generation, Instant now) {
    this.generation = generation;
    this.now = now;
    if (present != null) {
      present.forEach(condition -> byType.put(condition.getType(), condition));
    }
  }

  private static int rank(String type) {
    return type.equals(READY) ? 0 : type.equals(PAUSED) ? 2 : 1;
  }

  /** The condition holds. */
  public Conditions isTrue(String type, Reason reason, String message) {
    return set(type, "True", reason, message);
  }

  /** The condition does not hold. */
  public Conditions isFalse(String type, Reason reason, String message) {
    return set(type, "False", reason, message);
  }

  /** Nobody can say yet. */
  public Conditions isUnknown(String type, Reason reason, String message) {
    return set(type, "Unknown", reason, message);
  }

  /** True or false. */
  public Conditions is(String type, boolean holds, Reason reason, String message) {
    return set(type, holds ? "True" : "False", reason, message);
  }

  private Conditions set(String type, String status, Reason reason, String message) {
    Condition present = byType.get(type);
    boolean kept = present != null && status.equals(present.getStatus());
    byType.put(
        type,
        new ConditionBuilder()
            .withType(type)
            .withStatus(status)
            .withReason(reason.wire())
            .withMessage(message)
            .withObservedGeneration(generation)
            .withLastTransitionTime(
                kept && present != null ? present.getLastTransitionTime() : Timestamps.seconds(now))
            .build());
    return this;
  }

  /** The condition no longer applies. */
  public Conditions remove(String type) {
    byType.remove(type);
    return this;
  }

  /** Ready first, Paused last, the others by name between them. */
  public List<Condition> list() {
    return new ArrayList<>(byType.values());
  }

  /** The condition of that type, or null. */
  public static @Nullable Condition find(@Nullable List<Condition> conditions, String type) {
    if (conditions == null) {
      return null;
    }
    return conditions.stream().filter(c -> type.equals(c.getType())).findFirst().orElse(null);
  }

  /** Whether the condition is there and True. */
  public static boolean holds(@Nullable List<Condition> conditions, String type) {
    Condition found = find(conditions, type);
    return found != null && "True".equals(found.getStatus());
  }
}
