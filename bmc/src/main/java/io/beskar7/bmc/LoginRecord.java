package io.beskar7.bmc;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The logins at one address, with one user and one content of its Secret, since the last good one.
 *
 * @param attempts counted before each login is sent
 * @param refused whether the BMC itself has said no; otherwise answers were lost
 * @param last when the last attempt was counted
 */
public record LoginRecord(int attempts, boolean refused, Instant last) {

  /** One line for a store. */
  public String encode() {
    return attempts + " " + (refused ? "refused" : "lost") + " " + last;
  }

  /** Empty for what {@link #encode} does not write. */
  public static Optional<LoginRecord> decode(String line) {
    String[] words = line.split(" ", -1);
    try {
      return words.length == 3 && (words[1].equals("refused") || words[1].equals("lost"))
          ? Optional.of(
              new LoginRecord(
                  Integer.parseInt(words[0]), words[1].equals("refused"), Instant.parse(words[2])))
          : Optional.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
