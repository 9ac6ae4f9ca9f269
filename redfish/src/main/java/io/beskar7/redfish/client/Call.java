package io.beskar7.redfish.client;

import io.beskar7.redfish.Result;
import io.beskar7.redfish.http.Trouble;

/** The door between the algorithms, which stop at the first trouble, and their results. */
interface Call<T> {
  T perform() throws Trouble;

  static <T> Result<T> run(Call<? extends T> call) {
    try {
      return Result.ok(call.perform());
    } catch (Trouble trouble) {
      return new Result.Failed<>(trouble.problem());
    }
  }
}
