package io.beskar7.redfish;

import java.util.function.Function;

/** What a call brought: a value, or a problem a caller has to expect of any BMC. */
public sealed interface Result<T> {

  /** The call reached its goal. */
  record Ok<T>(T value) implements Result<T> {}

  /** The call did not reach its goal. */
  record Failed<T>(Problem problem) implements Result<T> {}

  static <T> Result<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Result<T> failed(Cause cause, String message) {
    return new Failed<>(new Problem(cause, message));
  }

  /** The value transformed; a problem stays what it is. */
  default <U> Result<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Ok<T>(T value) -> new Ok<>(change.apply(value));
      case Failed<T>(Problem problem) -> new Failed<>(problem);
    };
  }
}
