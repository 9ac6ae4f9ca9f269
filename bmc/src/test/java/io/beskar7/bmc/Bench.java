package io.beskar7.bmc;

import static org.awaitility.Awaitility.await;

import io.beskar7.domain.bmc.BmcCredentials;
import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.BmcTarget;
import io.beskar7.domain.bmc.BmcTrust;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.Step;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Lanes over BMCs without a wire, with a submitter that lets every step go on unless told not to.
 */
final class Bench implements AutoCloseable {
  final FakeBmcs bmcs;
  final VirtualTime time = new VirtualTime();
  final LoginLedger ledger;
  final List<BmcEvent> events = new CopyOnWriteArrayList<>();
  volatile BmcSettings settings = new BmcSettings(Duration.ofMinutes(5), 5, Duration.ofMinutes(2));
  volatile boolean proceeds = true;
  final Lanes lanes;

  Bench() {
    this(new FakeBmcs(), new VolatileLoginLedger(), name -> name);
  }

  /**
   * @param ipOf what names resolve to
   */
  Bench(FakeBmcs bmcs, LoginLedger ledger, UnaryOperator<String> ipOf) {
    this.bmcs = bmcs;
    this.ledger = ledger;
    bmcs.bmcOf = ipOf;
    lanes =
        new Lanes(
            bmcs,
            time,
            () -> settings,
            ledger,
            LaneMetrics.NONE,
            address -> new LaneKey(ipOf.apply(address.getHost()), 443));
    lanes.listener(this::heard);
  }

  private void heard(BmcEvent event) {
    events.add(event);
    if (proceeds && event instanceof BmcEvent.StepDue due) {
      lanes.proceed(due.host(), due.operationId(), due.step());
    }
  }

  static HostKey host(String name) {
    return new HostKey("default", name);
  }

  static BmcTarget target(String name, String password) {
    return new BmcTarget(
        URI.create("https://" + name),
        null,
        new BmcCredentials("admin", password, "uid/1"),
        new BmcTrust.Insecure());
  }

  void submit(String name, String id, Intent intent) {
    lanes.submit(host(name), id, target(name, FakeBmcs.GOOD), intent);
  }

  List<Outcome> outcomes(String id) {
    return events.stream()
        .filter(event -> event.operationId().equals(id))
        .flatMap(
            event ->
                event instanceof BmcEvent.Finished finished
                    ? Stream.of(finished.outcome())
                    : Stream.empty())
        .toList();
  }

  Outcome outcome(String id) {
    await().until(() -> !outcomes(id).isEmpty());
    return outcomes(id).getFirst();
  }

  void awaitDue(String id, Step step, int times) {
    await()
        .until(
            () ->
                events.stream()
                        .filter(
                            event ->
                                event instanceof BmcEvent.StepDue due
                                    && due.operationId().equals(id)
                                    && due.step() == step)
                        .count()
                    >= times);
  }

  void awaitCall(String line) {
    await().until(() -> bmcs.log.contains(line));
  }

  @Override
  public void close() {
    lanes.close();
  }
}
