package io.beskar7.apiserver.gc;

import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.resource.Namespaces;
import io.beskar7.apiserver.resource.Registry;
import io.beskar7.apiserver.resource.Releaser;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.store.Change;
import io.beskar7.apiserver.store.ChangeRing;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Snapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what must go because something else has gone. One thread follows all changes and keeps a
 * set of objects to look at; each look judges the present state anew, so a look too many does no
 * harm, and one that failed is repeated.
 */
public final class Collector implements AutoCloseable, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
  private static final long SWEEP_SECONDS = 30;
  private static final long RETRY_SECONDS = 1;

  private final Context context;
  private final Dependents dependents;
  private final Contents contents;
  private final Deletion deletion;
  private final OldEvents oldEvents;
  private final Set<String> dirty = new LinkedHashSet<>();
  private final Thread thread;
  private long cursor;

  private Collector(Context context) {
    this.context = context;
    this.deletion = new Deletion(context);
    Releaser releaser = new Releaser(context.store());
    this.dependents = new Dependents(context, deletion, releaser);
    this.contents = new Contents(context, deletion, releaser);
    this.oldEvents = new OldEvents(context.clock());
    this.thread = Thread.ofVirtual().name("collector").unstarted(this);
  }

  public static Collector start(Context context) {
    Collector collector = new Collector(context);
    collector.begin();
    collector.thread.start();
    return collector;
  }

  private void begin() {
    Snapshot now = context.store().snapshot();
    cursor = now.revision();
    now.entries().forEach("", Snapshot.end(""), this::begin);
  }

  private boolean begin(Entry entry) {
    dependents.note(entry);
    if (entry.key().startsWith(OldEvents.PREFIX)) {
      oldEvents.note(entry.key());
    }
    look(entry);
    return true;
  }

  @Override
  public void run() {
    try {
      while (follow()) {
        expire();
        lookAtAll();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean follow() throws InterruptedException {
    long seconds = dirty.isEmpty() ? SWEEP_SECONDS : RETRY_SECONDS;
    return switch (context.store().changes().after(cursor, TimeUnit.SECONDS.toNanos(seconds))) {
      case ChangeRing.Read.Changes(List<Change> changes, long upTo) -> {
        changes.forEach(this::note);
        cursor = upTo;
        yield true;
      }
      case ChangeRing.Read.TooOld _ -> {
        begin();
        yield true;
      }
      case ChangeRing.Read.Closed() -> false;
    };
  }

  private void note(Change change) {
    dependents.note(change);
    oldEvents.note(change);
    if (!change.deleted()) {
      look(change.after());
      return;
    }
    Entry gone = change.after();
    dirty.addAll(dependents.of(gone));
    dirty.addAll(dependents.ownersOf(gone));
    dirty.add(Namespaces.key(deletion.namespace(gone)));
    context.registry().ofKey(gone.key()).ifPresent(type -> dirty.add(Registry.definitionKey(type)));
  }

  private void look(Entry entry) {
    if (entry.facts().deleting() || !entry.facts().ownerUids().isEmpty()) {
      dirty.add(entry.key());
    }
  }

  private void expire() {
    for (String key : oldEvents.takeExpired()) {
      Entry event = context.store().snapshot().get(key);
      if (event != null) {
        deletion.delete(event, "Background");
      }
    }
  }

  private void lookAtAll() throws InterruptedException {
    for (String key : List.copyOf(dirty)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      try {
        Entry entry = context.store().snapshot().get(key);
        if (entry != null) {
          context.registry().ofKey(key).ifPresent(type -> judge(entry, type));
        }
        dirty.remove(key);
      } catch (RuntimeException e) {
        LOG.atWarn().setCause(e).addKeyValue("object", key).log("not collected yet");
      }
    }
  }

  private void judge(Entry entry, ResourceType type) {
    if (!entry.facts().ownerUids().isEmpty()) {
      dependents.check(entry, type);
    }
    if (!entry.facts().deleting()) {
      return;
    }
    if (entry.key().startsWith(Namespaces.PREFIX)) {
      contents.emptyNamespace(entry, type);
    } else if (entry.key().startsWith(Registry.DEFINITIONS)) {
      contents.emptyKind(entry, type);
    }
    if (Finalizers.has(entry, Finalizers.ORPHAN)) {
      dependents.orphan(entry, type);
    }
    if (Finalizers.has(entry, Finalizers.FOREGROUND)) {
      dependents.foreground(entry, type);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
