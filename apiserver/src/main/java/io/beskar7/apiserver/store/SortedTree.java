package io.beskar7.apiserver.store;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map sorted by key: a weight-balanced tree (Adams 1992, with the parameters 3 and 2
 * that Hirai and Yamamoto proved sound). Each change shares all but O(log n) nodes with its origin,
 * so a snapshot is a reference.
 */
public final class SortedTree<V> {
  private static final int DELTA = 3;
  private static final int RATIO = 2;

  private record Node<V>(
      String key, V value, int size, @Nullable Node<V> left, @Nullable Node<V> right) {}

  private final @Nullable Node<V> root;

  private SortedTree(@Nullable Node<V> root) {
    this.root = root;
  }

  public static <V> SortedTree<V> empty() {
    return new SortedTree<>(null);
  }

  public int size() {
    return size(root);
  }

  /** Nodes on the longest way down; for tests of the balance. */
  int height() {
    return height(root);
  }

  private static int height(@Nullable Node<?> node) {
    return node == null ? 0 : 1 + Math.max(height(node.left), height(node.right));
  }

  public @Nullable V get(String key) {
    Node<V> at = root;
    while (at != null) {
      int order = key.compareTo(at.key);
      if (order == 0) {
        return at.value;
      }
      at = order < 0 ? at.left : at.right;
    }
    return null;
  }

  public SortedTree<V> with(String key, V value) {
    return new SortedTree<>(put(root, key, value));
  }

  public SortedTree<V> without(String key) {
    return get(key) == null ? this : new SortedTree<>(remove(root, key));
  }

  /**
   * Visits values with {@code from <= key < to} in order until the visitor says false.
   *
   * @return false when the visitor stopped the walk
   */
  public boolean forEach(String from, String to, Predicate<V> visitor) {
    return visit(root, from, to, visitor);
  }

  private static <V> boolean visit(
      @Nullable Node<V> at, String from, String to, Predicate<V> visitor) {
    if (at == null) {
      return true;
    }
    boolean afterFrom = at.key.compareTo(from) >= 0;
    boolean beforeTo = at.key.compareTo(to) < 0;
    return (!afterFrom || visit(at.left, from, to, visitor))
        && (!(afterFrom && beforeTo) || visitor.test(at.value))
        && (!beforeTo || visit(at.right, from, to, visitor));
  }

  private static <V> Node<V> put(@Nullable Node<V> at, String key, V value) {
    if (at == null) {
      return node(key, value, null, null);
    }
    int order = key.compareTo(at.key);
    if (order == 0) {
      return node(key, value, at.left, at.right);
    }
    return order < 0
        ? balance(at.key, at.value, put(at.left, key, value), at.right)
        : balance(at.key, at.value, at.left, put(at.right, key, value));
  }

  private static <V> @Nullable Node<V> remove(@Nullable Node<V> at, String key) {
    if (at == null) {
      return null;
    }
    int order = key.compareTo(at.key);
    if (order < 0) {
      return balance(at.key, at.value, remove(at.left, key), at.right);
    }
    if (order > 0) {
      return balance(at.key, at.value, at.left, remove(at.right, key));
    }
    if (at.left == null || at.right == null) {
      return at.left == null ? at.right : at.left;
    }
    Node<V> next = first(at.right);
    return balance(next.key, next.value, at.left, remove(at.right, next.key));
  }

  private static <V> Node<V> first(Node<V> at) {
    Node<V> first = at;
    while (first.left != null) {
      first = first.left;
    }
    return first;
  }

  private static <V> Node<V> balance(
      String key, V value, @Nullable Node<V> left, @Nullable Node<V> right) {
    if (right != null && weight(right) > DELTA * weight(left)) {
      return weight(right.left) < RATIO * weight(right.right) || right.left == null
          ? node(right.key, right.value, node(key, value, left, right.left), right.right)
          : node(
              right.left.key,
              right.left.value,
              node(key, value, left, right.left.left),
              node(right.key, right.value, right.left.right, right.right));
    }
    if (left != null && weight(left) > DELTA * weight(right)) {
      return weight(left.right) < RATIO * weight(left.left) || left.right == null
          ? node(left.key, left.value, left.left, node(key, value, left.right, right))
          : node(
              left.right.key,
              left.right.value,
              node(left.key, left.value, left.left, left.right.left),
              node(key, value, left.right.right, right));
    }
    return node(key, value, left, right);
  }

  private static <V> Node<V> node(
      String key, V value, @Nullable Node<V> left, @Nullable Node<V> right) {
    return new Node<>(key, value, 1 + size(left) + size(right), left, right);
  }

  private static int size(@Nullable Node<?> node) {
    return node == null ? 0 : node.size;
  }

  private static int weight(@Nullable Node<?> node) {
    return size(node) + 1;
  }
}
