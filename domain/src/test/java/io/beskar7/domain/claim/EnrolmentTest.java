package io.beskar7.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
  private static final ObjectName HOST = new ObjectName("ns", "h");
  private static final MachineView MACHINE =
      Machines.fresh(new ObjectName("ns", "m"), "m-uid", "1");

  private static MachineView blocker(MachineView... machines) {
    return Enrolment.blocker(HOST, "new-uid", List.of(machines));
  }

  private static MachineView with(String hostUid) {
    return MACHINE.with(new Ticket("h", hostUid, 3, false), "2");
  }

  @Test
  void aMachineThatNamesTheHostUnderAnotherUidKeepsItFromBeingGivenAway() {
    assertThat(blocker(with("old-uid"))).isEqualTo(with("old-uid"));
    assertThat(blocker(with("new-uid"))).isNull();
    assertThat(blocker(MACHINE)).isNull();
  }

  @Test
  void soDoesAMachineThatRunsThereWithoutATicket() {
    MachineView running = Machines.running(MACHINE, HOST, "2");

    assertThat(blocker(running)).isEqualTo(running);
    assertThat(blocker(Machines.running(with("new-uid"), HOST, "2"))).isNull();
  }

  @Test
  void theFirstByNameIsNamed() {
    MachineView other =
        Machines.fresh(new ObjectName("ns", "a"), "a-uid", "1")
            .with(new Ticket("h", "old-uid", 1, false), "2");

    assertThat(blocker(with("old-uid"), other)).isEqualTo(other);
  }
}
