package io.beskar7.operator.host;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.host.Access;
import io.beskar7.domain.host.Cause;
import io.beskar7.domain.host.Enrolment;
import io.beskar7.domain.host.HostFacts;
import io.beskar7.domain.host.HostFacts.Presence;
import io.beskar7.domain.host.HostFacts.Wishes;
import io.beskar7.domain.host.Lane;
import io.beskar7.operator.bmc.NameResolver;
import io.beskar7.operator.bmc.Route;
import io.beskar7.operator.bmc.Routes;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.kube.Pause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the API and the BMC desk say of a host into facts. */
final class HostObserver {
  private final BmcDesk desk;
  private final Neighbours neighbours;
  private final NameResolver resolver;

  HostObserver(BmcDesk desk, Neighbours neighbours, NameResolver resolver) {
    this.desk = desk;
    this.neighbours = neighbours;
    this.resolver = resolver;
  }

  Observation observe(PhysicalHost host, HostView view) {
    Route route = new Routes(view, resolver).to(host);
    DeskEntry entry = desk.seen(Keys.host(host));
    HostFacts facts =
        new HostFacts(
            presence(host),
            Finalizers.has(host, Finalizers.PHYSICAL_HOST),
            wishes(host.getSpec()),
            host.getSpec().claimEpoch == null ? 0 : host.getSpec().claimEpoch,
            Consumers.holder(host, consumer(host, view)),
            access(route),
            enrolment(host),
            neighbours.rivals(host),
            null,
            view.runs(host).stream()
                .filter(RunReader::provisions)
                .map(run -> RunReader.read(run, view))
                .toList(),
            lane(entry, route),
            MemoryCodec.read(host.getStatus()));
    return new Observation(host, facts, route, entry);
  }

  private static Lane lane(@Nullable DeskEntry entry, Route route) {
    return entry == null
        ? new Lane.Idle()
        : entry.lane(route instanceof Route.Open open ? open.version() : null);
  }

  private static Presence presence(PhysicalHost host) {
    if (Pause.isLeaving(host)) {
      return Presence.LEAVING;
    }
    if (Pause.isPaused(host)) {
      return Presence.PAUSED;
    }
    return host.isMarkedForDeletion() ? Presence.DELETING : Presence.NORMAL;
  }

  private static Wishes wishes(PhysicalHostSpec spec) {
    return new Wishes(
        Boolean.TRUE.equals(spec.cordoned),
        Boolean.TRUE.equals(spec.maintenance),
        Boolean.TRUE.equals(spec.hold));
  }

  private static @Nullable Beskar7Machine consumer(PhysicalHost host, HostView view) {
    return host.getSpec().consumerRef == null
        ? null
        : view.machine(host.getMetadata().getNamespace(), host.getSpec().consumerRef.name);
  }

  private static Access access(Route route) {
    return switch (route) {
      case Route.Open open -> new Access.Usable(String.join("; ", open.warnings()));
      case Route.Barred(var reason, String message) ->
          new Access.Barred(Cause.valueOf(reason.name()), message);
    };
  }

  private static Enrolment enrolment(PhysicalHost host) {
    HardwareDetails details = host.getStatus() == null ? null : host.getStatus().hardwareDetails;
    if (details == null || details.readFrom == null) {
      return Enrolment.NONE;
    }
    if (!details.readFrom.equals(Routes.place(host))) {
      return Enrolment.ELSEWHERE;
    }
    if (isEmpty(details.macAddresses) && isEmpty(host.getSpec().bootMACAddresses)) {
      return Enrolment.WITHOUT_MAC;
    }
    return Boolean.FALSE.equals(details.pxeSupported) ? Enrolment.WITHOUT_PXE : Enrolment.COMPLETE;
  }

  private static boolean isEmpty(@Nullable List<String> list) {
    return list == null || list.isEmpty();
  }
}
