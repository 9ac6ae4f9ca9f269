package io.beskar7.operator.claim;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.beskar7.api.reason.Reason;
import io.beskar7.operator.kube.Events;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps the Events and log lines of the claim room. */
final class Recorded extends AppenderBase<ILoggingEvent> implements Events, AutoCloseable {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.beskar7.operator.claim");

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
  private final Level before = LOG.getLevel();

  Recorded() {
    start();
    LOG.setLevel(Level.INFO);
    LOG.addAppender(this);
  }

  /** Object and reason of each. */
  List<String> events() {
    return events;
  }

  /** Messages of the lines that carry the machine's name. */
  List<String> linesOf(String machine) {
    return lines.stream()
        .filter(
            line ->
                line.getKeyValuePairs().stream()
                    .anyMatch(pair -> pair.key.equals("machine") && machine.equals(pair.value)))
        .map(ILoggingEvent::getMessage)
        .toList();
  }

  @Override
  protected void append(ILoggingEvent line) {
    if (line.getKeyValuePairs() != null) {
      lines.add(line);
    }
  }

  @Override
  public void normal(HasMetadata object, Reason reason, String message) {
    events.add(object.getMetadata().getName() + " " + reason.wire());
  }

  @Override
  public void warning(HasMetadata object, Reason reason, String message) {
    normal(object, reason, message);
  }

  @Override
  public void close() {
    LOG.detachAppender(this);
    LOG.setLevel(before);
  }
}
