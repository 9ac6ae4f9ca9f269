package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.HostChange;
import io.beskar7.domain.claim.HostView;
import io.beskar7.domain.claim.MachineView;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.domain.claim.Outcome;
import io.beskar7.domain.claim.Selection;
import io.beskar7.domain.claim.Walk;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes one walk of the protocol through the API. For one thread, once. */
final class Journey {
  /** Beyond this somebody writes faster than we can look; others come first, then again. */
  private static final int LONGEST = 200;

  private final ClaimApi api;
  private final MachineViews views;
  private final Inventory inventory;
  private final ClaimWitness witness;
  private @Nullable Beskar7Machine machine;
  private @Nullable PhysicalHost host;
  private @Nullable PhysicalHost freed;
  private @Nullable String contested;
  private boolean unanswered;

  Journey(ClaimApi api, MachineViews views, Inventory inventory, ClaimWitness witness) {
    this.api = api;
    this.views = views;
    this.inventory = inventory;
    this.witness = witness;
  }

  /**
   * Walks to the end.
   *
   * @throws KubernetesClientException when a read fails, a write stays without an answer twice, or
   *     is refused for another reason than its version: begin again later
   */
  Outcome walk(Walk start) {
    Walk walk = start;
    for (int i = 0; i < LONGEST; i++) {
      switch (walk) {
        case Walk.ReadsMachine reads -> walk = reads.found(readMachine(reads.machine()));
        case Walk.ReadsHost reads -> walk = reads.found(readHost(reads.host()));
        case Walk.Nominates nominates -> walk = nominates.nominated(nominate(nominates.machine()));
        case Walk.WritesTicket writes -> walk = write(writes);
        case Walk.WritesHost writes -> walk = write(writes);
        case Walk.Ended ended -> {
          return ended.outcome();
        }
      }
    }
    throw new IllegalStateException("a claim has not settled within " + LONGEST + " requests");
  }

  /** The machine as it was last read or written. */
  Beskar7Machine machine() {
    return Objects.requireNonNull(machine, "no machine has been read");
  }

  /** The host as it was last read or written. */
  PhysicalHost host() {
    return Objects.requireNonNull(host, "no host has been read");
  }

  /** The host that was freed on the way, or null. */
  @Nullable PhysicalHost freed() {
    return freed;
  }

  private @Nullable MachineView readMachine(ObjectName name) {
    machine = api.machine(name);
    return machine == null ? null : views.of(machine);
  }

  private @Nullable HostView readHost(ObjectName name) {
    host = api.host(name);
    inventory.saw(name, host);
    return host == null ? null : HostViews.of(host);
  }

  private @Nullable HostView nominate(MachineView asking) {
    if (contested != null) {
      witness.lostRace(machine(), contested);
      contested = null;
    }
    List<PhysicalHost> known = inventory.in(asking.name().namespace());
    List<HostView> order = Selection.deterministic(asking, HostViews.all(known));
    if (order.isEmpty()) {
      return null;
    }
    HostView nominee = order.getFirst();
    host =
        known.stream()
            .filter(bean -> bean.getMetadata().getUid().equals(nominee.uid()))
            .findFirst()
            .orElseThrow();
    witness.selected(machine(), host, order.size());
    return nominee;
  }

  private Walk write(Walk.WritesTicket writes) {
    Beskar7Machine read = machine();
    sameVersion(read, writes.machine().version());
    String about = writes.ticket() == null ? "" : writes.ticket().host();
    return attempt(
        about,
        () -> api.write(read, writes.ticket()),
        now -> {
          machine = now;
          return writes.written(views.of(now));
        },
        writes::unsure);
  }

  private Walk write(Walk.WritesHost writes) {
    PhysicalHost read = host();
    sameVersion(read, writes.host().version());
    HostChange change = writes.change();
    String name = read.getMetadata().getName();
    return attempt(
        name,
        () -> api.write(read, change),
        now -> {
          acknowledged(now, change);
          return writes.written(HostViews.of(now));
        },
        () -> {
          contested = change instanceof HostChange.Bind ? name : null;
          return writes.unsure();
        });
  }

  /** What is written must be a copy of what was judged. */
  private static void sameVersion(HasMetadata read, String judged) {
    String version = read.getMetadata().getResourceVersion();
    if (!judged.equals(version)) {
      throw new IllegalStateException("judged at version " + judged + ", read at " + version);
    }
  }

  private void acknowledged(PhysicalHost now, HostChange change) {
    host = now;
    inventory.saw(HostViews.of(now).name(), now);
    if (change instanceof HostChange.Free) {
      freed = now;
    }
    if (machine != null && change instanceof HostChange.Bind) {
      witness.bound(machine, now);
    }
  }

  private <T> Walk attempt(
      String about,
      Supplier<WriteResult<T>> write,
      Function<T, Walk> written,
      Supplier<Walk> unsure) {
    try {
      return switch (write.get()) {
        case WriteResult.Written<T>(T now) -> written.apply(now);
        case WriteResult.Unchanged<T>(T same) -> written.apply(same);
        case WriteResult.Conflict<T> _, WriteResult.Gone<T> _ -> {
          if (machine != null) {
            witness.conflict(machine, about);
          }
          yield unsure.get();
        }
      };
    } catch (KubernetesClientException failure) {
      if (unanswered || !isNoAnswer(failure)) {
        throw failure;
      }
      unanswered = true;
      if (machine != null) {
        witness.unanswered(machine, about, String.valueOf(failure.getMessage()));
      }
      return unsure.get();
    }
  }

  /** Code 0 is a connection that broke; from 500 on the server may have written or not. */
  private static boolean isNoAnswer(KubernetesClientException failure) {
    return failure.getCode() == 0 || failure.getCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR;
  }
}
