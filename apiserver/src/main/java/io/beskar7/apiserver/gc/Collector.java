package io.beskar7.apiserver.gc;

import io.beskar7.apiserver.resource.Context;

/** Removes what must go because something else has gone. */
public final class Collector implements AutoCloseable {
  private Collector() {}

  public static Collector start(Context context) {
    return new Collector();
  }

  @Override
  public void close() {}
}
