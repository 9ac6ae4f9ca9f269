package io.beskar7.it.harness;

import io.beskar7.api.host.PhysicalHost;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Rechecks invariants C1 and C2 at every state of every host that the API tells, over any number of
 * restarts of the API: list, watch from there, list again when the watch is lost.
 */
public final class ClaimObserver implements AutoCloseable {
  private final KubernetesClient client;
  private final ClaimLedger ledger = new ClaimLedger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  public ClaimObserver(KubernetesClient client) {
    this.client = client;
    this.thread = Thread.ofVirtual().name("claim-observer").start(this::observe);
  }

  /** What has been seen to be wrong, in words; empty when nothing was. */
  public List<String> violations() {
    return ledger.violations();
  }

  /** How many states of hosts have been checked. */
  public int states() {
    return ledger.states();
  }

  private void observe() {
    try {
      while (closed.getCount() > 0) {
        try {
          listAndWatch();
        } catch (KubernetesClientException apiIsAway) {
          // The API is being restarted: that is what the test is about.
          closed.await(100, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listAndWatch() throws InterruptedException {
    KubernetesResourceList<PhysicalHost> list =
        client.resources(PhysicalHost.class).inAnyNamespace().list();
    ledger.snapshot(list.getItems());
    CountDownLatch lost = new CountDownLatch(1);
    var from =
        new ListOptionsBuilder()
            .withResourceVersion(list.getMetadata().getResourceVersion())
            .build();
    try (Watch watch =
        client.resources(PhysicalHost.class).inAnyNamespace().watch(from, new Events(lost))) {
      while (closed.getCount() > 0 && !lost.await(100, TimeUnit.MILLISECONDS)) {
        continue;
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed.countDown();
    thread.join();
  }

  private final class Events implements Watcher<PhysicalHost> {
    private final CountDownLatch lost;

    Events(CountDownLatch lost) {
      this.lost = lost;
    }

    @Override
    public boolean reconnecting() {
      return false;
    }

    @Override
    public void eventReceived(Action action, PhysicalHost host) {
      switch (action) {
        case ADDED, MODIFIED -> ledger.changed(host);
        case DELETED -> ledger.deleted(host);
        case BOOKMARK, ERROR -> {}
      }
    }

    @Override
    public void onClose() {
      lost.countDown();
    }

    @Override
    public void onClose(WatcherException cause) {
      lost.countDown();
    }
  }
}
