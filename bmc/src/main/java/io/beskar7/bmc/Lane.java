package io.beskar7.bmc;

import io.beskar7.domain.time.Time;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What waits and runs at one BMC. All fields are guarded by the lock of {@link Lanes}. */
final class Lane {
  final LaneKey key;
  final Sessions sessions;
  private final Deque<Operation> overtaking = new ArrayDeque<>();
  private final Deque<Operation> waiting = new ArrayDeque<>();

  /** The thread that works for the lane, null when there is nothing to do. */
  @Nullable Thread worker;

  Time.@Nullable Timer idleTimer;

  Lane(LaneKey key, Sessions sessions) {
    this.key = key;
    this.sessions = sessions;
  }

  void add(Operation operation) {
    (operation.overtakes() ? overtaking : waiting).addLast(operation);
  }

  boolean remove(Operation operation) {
    return overtaking.remove(operation) || waiting.remove(operation);
  }

  boolean isEmpty() {
    return overtaking.isEmpty() && waiting.isEmpty();
  }

  @Nullable Operation next() {
    Iterator<Operation> first = (overtaking.isEmpty() ? waiting : overtaking).iterator();
    if (!first.hasNext()) {
      return null;
    }
    Operation operation = first.next();
    first.remove();
    return operation;
  }
}
