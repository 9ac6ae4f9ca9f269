package io.beskar7.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StandingTest {
  private static final HostView FREE = Hosts.free("h");
  private static final Ticket TICKET = Ticket.of(FREE);
  private static final MachineView MACHINE =
      Machines.fresh(new ObjectName("ns", "m"), "m-uid", "1").with(TICKET, "2");
  private static final MachineView RUNNING = Machines.running(MACHINE, FREE.name(), "3");
  private static final Holder EARLIER = new Holder(Holder.MACHINE, MACHINE.name(), "earlier-uid");
  private static final HostView BOUND = Hosts.heldBy(Holder.of(MACHINE), Hosts.at(6, FREE));

  static Stream<Arguments> reads() {
    return Stream.of(
        Arguments.of(Standing.BOUND, MACHINE, BOUND),
        Arguments.of(Standing.BOUND, MACHINE, Hosts.deleting(Hosts.paused(BOUND))),
        Arguments.of(Standing.BINDABLE, MACHINE, FREE),
        Arguments.of(Standing.UNFIT, MACHINE, Hosts.paused(FREE)),
        Arguments.of(Standing.DEAD, MACHINE, null),
        Arguments.of(Standing.DEAD, MACHINE, Hosts.uid("another", BOUND)),
        Arguments.of(Standing.DEAD, MACHINE, Hosts.at(6, FREE)),
        Arguments.of(Standing.DEAD, MACHINE, Hosts.at(7, BOUND)),
        Arguments.of(Standing.DEAD, MACHINE, Hosts.heldBy(EARLIER, BOUND)),
        Arguments.of(Standing.FALLEN_BACK, MACHINE, Hosts.at(4, FREE)),
        Arguments.of(Standing.BINDABLE, RUNNING, Hosts.heldBy(EARLIER, FREE)),
        Arguments.of(Standing.WITHHELD, RUNNING, Hosts.paused(Hosts.heldBy(EARLIER, FREE))),
        Arguments.of(Standing.WITHHELD, RUNNING, Hosts.moving(Hosts.heldBy(EARLIER, FREE))),
        Arguments.of(Standing.UNFIT, RUNNING, FREE));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void aLiveReadTellsHowATicketStands(Standing standing, MachineView machine, HostView host) {
    assertThat(Standing.of(machine, TICKET, host)).isEqualTo(standing);
  }
}
