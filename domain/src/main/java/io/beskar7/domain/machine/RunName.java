package io.beskar7.domain.machine;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names of runs: machine, epoch, attempt, and a mark of the two objects. Without the mark the first
 * run of a machine on one host and of its namesake, or of itself, on another would share a name.
 */
final class RunName {
  /** Longest name of an object that is a DNS subdomain (RFC 1123). */
  private static final int MAX = 253;

  private static final int MARK = 6;

  private RunName() {}

  static String of(MachineFacts machine, Ticket ticket, int attempt) {
    String both = machine.uid() + "/" + ticket.hostUid();
    String mark =
        UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString().substring(0, MARK);
    String tail = "-" + ticket.epoch() + "-" + attempt + "-" + mark;
    String head = machine.name();
    return head.substring(0, Math.min(head.length(), MAX - tail.length())) + tail;
  }
}
