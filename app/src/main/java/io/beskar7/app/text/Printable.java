package io.beskar7.app.text;

/** Keeps text that came from a server from steering the terminal. */
public final class Printable {
  private Printable() {}

  /** The text on one line, without control characters. */
  public static String line(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\t' || c == '\r' ? ' ' : c)
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
