package io.beskar7.domain.claim;

import io.beskar7.domain.claim.HostChange.Bind;
import io.beskar7.domain.claim.HostChange.Free;
import io.beskar7.domain.claim.HostChange.Raise;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What carries the questions of a walk to the API. A mutant is a wire that tells a walk something
 * else than the API says, so that the product's steps do what a careless protocol would do.
 */
final class Wire {
  private final World world;
  private final RandomGenerator random;
  private final Mutant mutant;

  Wire(World world, RandomGenerator random, Mutant mutant) {
    this.world = world;
    this.random = random;
    this.mutant = mutant;
  }

  Mutant mutant() {
    return mutant;
  }

  @Nullable MachineView machine(Actor.Errand errand, ObjectName name) {
    if (mutant == Mutant.HEAL_FROM_CACHE && errand == Actor.Errand.HEAL) {
      return cached(world.pastMachines, name);
    }
    MachineView live = world.machines.get(name);
    return live != null
            && mutant == Mutant.TICKETS_NOT_RESUMED
            && errand == Actor.Errand.CLAIM
            && !live.releasing()
        ? live.with(null, live.version())
        : live;
  }

  @Nullable HostView host(Actor.Errand errand, ObjectName name, @Nullable MachineView reader) {
    boolean stale = mutant == Mutant.START_FROM_CACHE && errand == Actor.Errand.VERIFY;
    ModelHost found = stale ? cached(world.pastHosts, name) : world.hosts.get(name);
    if (found == null) {
      return null;
    }
    HostView host = found.view();
    return reader == null || reader.ticket() == null
        ? host
        : asMutantSees(host, reader, reader.ticket());
  }

  HostView asMutantSees(HostView host, MachineView reader, Ticket ticket) {
    boolean held = host.heldBy(reader.uid());
    return switch (mutant) {
      case EPOCH_NOT_COMPARED ->
          copy(host, host.uid(), held ? ticket.epoch() + 1 : ticket.epoch(), host.holder());
      case EPOCH_NOT_RAISED ->
          held && host.epoch() == ticket.epoch()
              ? copy(host, host.uid(), ticket.epoch() + 1, host.holder())
              : host;
      case NO_MACHINE_UID ->
          host.names(reader) ? copy(host, host.uid(), host.epoch(), Holder.of(reader)) : host;
      case NO_HOST_UID -> copy(host, ticket.hostUid(), host.epoch(), host.holder());
      case FREED_WHILE_RUNNING -> host.released() ? host : released(host);
      default -> host;
    };
  }

  @Nullable HostView nominee(MachineView machine, boolean live) {
    if (live) {
      return Selection.nominee(
          machine, world.hosts.values().stream().map(ModelHost::view).toList());
    }
    List<HostView> any =
        world.pastHosts.keySet().stream()
            .map(name -> cached(world.pastHosts, name))
            .filter(host -> host != null)
            .map(ModelHost::view)
            .filter(host -> Eligibility.refusal(machine, host) == null)
            .sorted(Comparator.comparing(HostView::name))
            .toList();
    return any.isEmpty() ? null : any.get(random.nextInt(any.size()));
  }

  /** Whether the mutant leaves this write out and goes on as if it had been made. */
  boolean omits(Actor.Errand errand, HostChange change) {
    return change instanceof Raise
        && ((mutant == Mutant.USABLE_TICKET_GIVEN_UP && errand == Actor.Errand.CLAIM)
            || (mutant == Mutant.LET_GO_LEAVES_TICKET && errand == Actor.Errand.LET_GO));
  }

  HostChange asMutantWrites(HostView at, HostChange change) {
    ModelHost live = world.hosts.get(at.name());
    long epoch =
        mutant == Mutant.EPOCH_NOT_COMPARED && live != null
            ? live.view().epoch() + 1
            : change.epoch();
    return switch (change) {
      case Bind bind ->
          new Bind(
              bind.machine(),
              bind.hostUid(),
              mutant == Mutant.EPOCH_NOT_RAISED ? epoch - 1 : epoch);
      case Raise _ -> new Raise(epoch);
      case Free _ -> new Free(epoch);
    };
  }

  private <T> @Nullable T cached(Map<ObjectName, List<@Nullable T>> past, ObjectName name) {
    List<@Nullable T> all = past.get(name);
    return all == null ? null : all.get(random.nextInt(all.size()));
  }

  private static HostView released(HostView host) {
    return new HostView(
        host.name(),
        host.uid(),
        host.version(),
        host.epoch(),
        host.holder(),
        host.claimHostUid(),
        host.deleting(),
        host.paused(),
        host.moving(),
        host.epoch(),
        host.offer());
  }

  private static HostView copy(HostView host, String uid, long epoch, @Nullable Holder holder) {
    return new HostView(
        host.name(),
        uid,
        host.version(),
        epoch,
        holder,
        host.claimHostUid(),
        host.deleting(),
        host.paused(),
        host.moving(),
        host.releasedEpoch(),
        host.offer());
  }
}
