package io.beskar7.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.beskar7.api.host.PhysicalHost;
import io.fabric8.kubernetes.api.model.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WatchHealthTest {
  private static final RuntimeException UNREADABLE =
      new IllegalStateException("cannot read", new IllegalArgumentException("value \"hunter2\""));

  private final Logger logger = (Logger) LoggerFactory.getLogger(WatchHealth.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final WatchHealth health = new WatchHealth();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @Test
  void aWatchThatEndedIsLoggedWithItsCause() {
    health.ended(PhysicalHost.class, UNREADABLE);

    assertThat(logged()).contains("PhysicalHost").contains("hunter2");
  }

  @Test
  void whatAnUnreadableSecretHoldsIsNotLogged() {
    health.ended(Secret.class, UNREADABLE);

    assertThat(logged()).contains("Secret").contains("IllegalStateException");
    assertThat(logged()).doesNotContain("hunter2");
  }

  @Test
  void aWatchThatIsStoppedInOrderIsNoNews() {
    health.ended(PhysicalHost.class, null);

    assertThat(log.list).isEmpty();
  }

  private String logged() {
    ILoggingEvent line = log.list.getFirst();
    return line.getFormattedMessage()
        + line.getKeyValuePairs()
        + (line.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(line.getThrowableProxy()));
  }
}
