package io.beskar7.operator.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.bmc.BmcCredentials;
import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.BmcGateway;
import io.beskar7.domain.bmc.BmcTarget;
import io.beskar7.domain.bmc.BmcTrust;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.Step;
import io.beskar7.operator.bmc.Route;
import io.beskar7.testkit.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the end of a poll wakes its host. */
class BmcDeskTest {
  private static final HostKey HOST = new HostKey("default", "host-1");
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Outcome ON = new Outcome.StateRead(PowerState.ON, "OK");

  private final VirtualTime time = new VirtualTime();
  private final Ends gateway = new Ends();
  private final BmcDesk desk = new BmcDesk(gateway, time);
  private int woken;

  @BeforeEach
  void start() {
    desk.setEventHandler(event -> woken++);
    desk.start();
  }

  @Test
  void the_first_poll_wakes() {
    poll("1", ON);
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void a_poll_that_reads_the_same_wakes_when_the_next_is_due() {
    polled();
    poll("2", ON);
    time.advance(EVERY.minusMillis(1));
    assertThat(woken).isZero();
    time.advance(Duration.ofMillis(1));
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void a_poll_that_reads_something_else_wakes_at_once() {
    polled();
    poll("2", new Outcome.StateRead(PowerState.OFF, "OK"));
    assertThat(woken).isEqualTo(1);
    poll("3", new Outcome.StateRead(PowerState.OFF, "Critical"));
    assertThat(woken).isEqualTo(2);
  }

  @Test
  void a_poll_that_fails_wakes_at_once_and_so_does_the_next_good_one() {
    polled();
    poll("2", new Outcome.Failed(BmcFailure.UNREACHABLE, "down"));
    assertThat(woken).isEqualTo(1);
    poll("3", ON);
    assertThat(woken).isEqualTo(2);
  }

  @Test
  void a_poll_that_was_seen_under_way_wakes_at_once() {
    polled();
    desk.poll(HOST, "2", route("v1"), EVERY);
    desk.seen(HOST);
    gateway.end("2", ON);
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void a_poll_by_another_way_wakes_at_once() {
    polled();
    desk.poll(HOST, "2", route("v2"), EVERY);
    gateway.end("2", ON);
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void what_a_network_boot_has_led_to_is_known() {
    polled();
    desk.submit(HOST, "boot", route("v1"), new Intent.BootFromNetwork(Step.OFF));
    gateway.end("boot", new Outcome.BootStarted(false));
    assertThat(woken).as("the boot itself is news").isEqualTo(1);
    poll("2", ON);
    assertThat(woken).isEqualTo(1);
  }

  @Test
  void whoever_looks_in_between_says_when_the_next_poll_is() {
    polled();
    poll("2", ON);
    desk.seen(HOST);
    time.advance(EVERY.multipliedBy(2));
    assertThat(woken).isZero();
  }

  private void polled() {
    poll("1", ON);
    desk.seen(HOST);
    woken = 0;
  }

  private void poll(String id, Outcome outcome) {
    desk.poll(HOST, id, route("v1"), EVERY);
    gateway.end(id, outcome);
  }

  private static Route.Open route(String version) {
    URI address = URI.create("https://bmc");
    return new Route.Open(
        new BmcTarget(
            address,
            null,
            new BmcCredentials("admin", "secret", version),
            new BmcTrust.SystemRoots()),
        address.toString(),
        version,
        List.of());
  }

  /** A gateway whose operations end when the test says so. */
  private static final class Ends implements BmcGateway {
    private final List<String> submitted = new ArrayList<>();
    private Consumer<BmcEvent> listener = event -> {};

    void end(String id, Outcome outcome) {
      assertThat(submitted).contains(id);
      listener.accept(new BmcEvent.Finished(HOST, id, outcome));
    }

    @Override
    public void submit(HostKey host, String operationId, BmcTarget target, Intent intent) {
      submitted.add(operationId);
    }

    @Override
    public void proceed(HostKey host, String operationId, Step step) {}

    @Override
    public void cancel(HostKey host) {}

    @Override
    public String active(HostKey host) {
      return null;
    }

    @Override
    public void listener(Consumer<BmcEvent> heard) {
      listener = heard;
    }

    @Override
    public void close() {}
  }
}
