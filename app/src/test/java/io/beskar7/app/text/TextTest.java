package io.beskar7.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT-5S, 0s",
    "PT119S, 119s",
    "PT3M, 3m",
    "PT3M20S, 3m20s",
    "PT5H10M, 5h10m",
    "PT47H, 47h",
    "P12D, 12d"
  })
  void aSpanIsWrittenInOneOrTwoUnits(Duration span, String text) {
    assertThat(Ages.span(span)).isEqualTo(text);
  }

  @Test
  void aTimeThatIsAbsentOrNoTimeIsADash() {
    assertThat(Ages.since(null, Instant.EPOCH)).isEqualTo("-");
    assertThat(Ages.since("yesterday", Instant.EPOCH)).isEqualTo("-");
  }

  @Test
  void controlCharactersFromServersDoNotReachTheTerminal() {
    TextTable table = new TextTable("A");
    table.add("red\u001b[31m\nnext\u202e");

    assertThat(table).hasToString("A\nred[31m next\n");
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TextTable("A", "B").add("only one"));
  }
}
