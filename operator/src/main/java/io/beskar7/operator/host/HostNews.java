package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.domain.host.Finding;
import io.beskar7.domain.host.HostDecision;
import io.beskar7.domain.host.HostMemory;
import io.beskar7.operator.kube.Events;
import io.beskar7.operator.kube.LogKeys;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people, by Events and log lines, what a recorded decision has changed. */
final class HostNews {
  private static final Logger LOG = LoggerFactory.getLogger(HostNews.class);

  private final Events events;

  HostNews(Events events) {
    this.events = events;
  }

  void tell(PhysicalHost host, HostMemory before, HostDecision decision) {
    HostMemory after = decision.memory();
    Finding ready = decision.ready();
    if (ready == null) {
      return;
    }
    if (before.state() != after.state()) {
      log(host, before, after, ready);
      if (ready.holds()) {
        events.normal(host, MemoryCodec.reason(ready.cause()), text(ready));
      }
    }
    Finding trouble = after.connection();
    if (trouble != null && isNews(before.connection(), trouble)) {
      events.warning(host, MemoryCodec.reason(trouble.cause()), trouble.message());
    }
  }

  private static boolean isNews(@Nullable Finding before, Finding after) {
    return !after.holds()
        && (before == null || before.holds() || !Objects.equals(before.cause(), after.cause()));
  }

  private static String text(Finding ready) {
    return ready.message().isEmpty() ? MemoryCodec.reason(ready.cause()).text() : ready.message();
  }

  private static void log(PhysicalHost host, HostMemory before, HostMemory after, Finding ready) {
    LOG.atInfo()
        .addKeyValue(LogKeys.NAMESPACE, host.getMetadata().getNamespace())
        .addKeyValue(LogKeys.HOST, host.getMetadata().getName())
        .addKeyValue(LogKeys.STATE, after.state())
        .addKeyValue("before", before.state())
        .addKeyValue(LogKeys.INSPECTION_PHASE, after.phase())
        .addKeyValue(LogKeys.REASON, ready.cause())
        .log("host changed state");
  }
}
