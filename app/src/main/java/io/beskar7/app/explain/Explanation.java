package io.beskar7.app.explain;

import io.beskar7.app.text.Ages;
import io.beskar7.app.text.Printable;
import io.beskar7.app.text.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The answer to "what is it waiting for?".
 *
 * @param headline kind, name and state
 * @param lines what is known, each with a label
 * @param timeline oldest first
 */
public record Explanation(String headline, List<Line> lines, List<Moment> timeline) {

  /** One labelled line. */
  public record Line(String label, String text) {}

  public Explanation {
    lines = List.copyOf(lines);
    timeline = List.copyOf(timeline);
  }

  /** As a person reads it. */
  public String render(Instant now, ZoneId zone) {
    DateTimeFormatter clock =
        DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    StringBuilder text = new StringBuilder(Printable.line(headline)).append('\n');
    for (Line line : lines) {
      text.append("  %-9s %s%n".formatted(line.label(), Printable.line(line.text())));
    }
    TextTable table = new TextTable("TIME", "AGO", "FROM", "WHAT HAPPENED");
    timeline.forEach(
        moment ->
            table.add(
                clock.format(moment.at()),
                Ages.span(Duration.between(moment.at(), now)),
                moment.source(),
                moment.what()));
    return text.append('\n').append(table).toString();
  }
}
