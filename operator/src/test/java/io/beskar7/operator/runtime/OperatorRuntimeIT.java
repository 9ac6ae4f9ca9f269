package io.beskar7.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beskar7.api.machine.MachinePhase;
import io.beskar7.domain.time.SystemTime;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorRuntimeIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  @Test
  @Timeout(120)
  void it_starts_and_stops_again_and_again() {
    try (Site site = Site.patient(api)) {
      for (int round = 0; round < 3; round++) {
        Site.eventually("it is ready", site::ready);
        site.stop();
        assertThat(site.ready()).isFalse();
        site.start();
      }
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      site.await("worker", MachinePhase.PROVISIONED);
    }
  }

  @Test
  @Timeout(120)
  void a_start_that_fails_leaves_no_watch_open() {
    AtomicReference<OperatorRuntime> begun = new AtomicReference<>();
    try (SystemTime time = new SystemTime(1)) {
      assertThatThrownBy(
              () ->
                  OperatorRuntime.start(
                      dependencies(time),
                      runtime -> {
                        begun.set(runtime);
                        runtime.register(new AbsentReconciler());
                      }))
          .isInstanceOf(OperatorException.class);

      assertThat(begun.get().watchCount()).isZero();
      assertThat(begun.get().troubles()).contains("reconcilers are not running");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 50, 150, 400})
  @Timeout(120)
  void a_start_that_is_interrupted_ends_soon_and_leaves_nothing_open(long millis)
      throws InterruptedException {
    AtomicReference<OperatorRuntime> begun = new AtomicReference<>();
    AtomicReference<OperatorRuntime> started = new AtomicReference<>();
    AtomicBoolean failed = new AtomicBoolean();
    CountDownLatch begins = new CountDownLatch(1);
    try (SystemTime time = new SystemTime(1)) {
      Thread starter =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      started.set(
                          OperatorRuntime.start(
                              dependencies(time),
                              runtime -> {
                                begun.set(runtime);
                                begins.countDown();
                              }));
                    } catch (RuntimeException interrupted) {
                      failed.set(true);
                    }
                  });
      begins.await();
      time.pause(Duration.ofMillis(millis));
      starter.interrupt();
      assertThat(starter.join(Duration.ofSeconds(30))).isTrue();
      if (started.get() != null) {
        assertThat(started.get().ready()).as("it was too late for an interrupt").isTrue();
        started.get().close();
      } else {
        assertThat(failed).isTrue();
      }
      assertThat(begun.get().watchCount()).isZero();
    }
  }

  private static OperatorDependencies dependencies(SystemTime time) {
    return new OperatorDependencies(
        api.client(), null, new SimpleMeterRegistry(), time, OperatorSettings::defaults);
  }

  /** A kind that nobody has defined. */
  @Group("example.com")
  @Version("v1")
  static final class Absent extends CustomResource<Void, Void> implements Namespaced {
    private static final long serialVersionUID = 1;
  }

  @ControllerConfiguration
  static final class AbsentReconciler implements Reconciler<Absent> {
    @Override
    public UpdateControl<Absent> reconcile(Absent absent, Context<Absent> context) {
      return UpdateControl.noUpdate();
    }
  }

  @Test
  void settings_out_of_range_are_refused_by_name() {
    OperatorSettings d = OperatorSettings.defaults();
    assertThatThrownBy(
            () ->
                new OperatorSettings(
                    d.namespace(),
                    d.watchNamespaces(),
                    Duration.ZERO,
                    d.inspectionTimeout(),
                    d.deploymentTimeout(),
                    d.operationTimeout(),
                    d.maxAttempts(),
                    d.quarantineAfter(),
                    d.pollInterval(),
                    d.resyncInterval(),
                    d.concurrency()))
        .hasMessage("bootTimeout is PT0S: must be more than nothing");
  }
}
