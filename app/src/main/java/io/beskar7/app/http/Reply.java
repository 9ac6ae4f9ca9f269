package io.beskar7.app.http;

/**
 * What a page answers.
 *
 * @param type value of Content-Type
 */
public record Reply(int status, String type, String body) {
  public static final String TEXT = "text/plain; charset=utf-8";
}
