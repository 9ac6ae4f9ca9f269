package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.store.Store;
import java.time.InstantSource;

/** What handlers work with. */
public record Context(
    Store store,
    Registry registry,
    InstantSource clock,
    Lister lister,
    Creator creator,
    Updater updater,
    Deleter deleter) {

  public static Context of(Store store, Registry registry, InstantSource clock) {
    return new Context(
        store,
        registry,
        clock,
        new Lister(store),
        new Creator(store, clock),
        new Updater(store),
        new Deleter(store, clock));
  }
}
