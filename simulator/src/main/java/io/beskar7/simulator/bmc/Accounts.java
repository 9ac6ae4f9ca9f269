package io.beskar7.simulator.bmc;

import io.beskar7.simulator.log.EventType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/** The one account of a BMC, and the count of those who got it wrong. */
public final class Accounts {
  private final BmcSetup setup;
  private final String user;
  private String password;
  private int failuresInRow;
  private Instant lockedUntil = Instant.MIN;

  Accounts(BmcSetup setup, String user, String password) {
    this.setup = setup;
    this.user = user;
    this.password = password;
  }

  /** Changes the password; sessions that are open stay open. */
  synchronized void setPassword(String next) {
    password = next;
  }

  /** Whether the pair is right; each answer is logged with the way it was asked. */
  synchronized boolean login(String name, String secret, String how) {
    boolean locked = setup.time().now().isBefore(lockedUntil);
    if (!locked && name.equals(user) && same(secret, password)) {
      failuresInRow = 0;
      setup.log().add(EventType.LOGIN, "bmc", setup.label(), "user", name, "how", how);
      return true;
    }
    var lockout = setup.persona().lockout();
    if (!locked) {
      failuresInRow++;
    }
    if (!locked && lockout.failures() > 0 && failuresInRow >= lockout.failures()) {
      lockedUntil = setup.time().now().plus(lockout.duration());
      failuresInRow = 0;
    }
    setup
        .log()
        .add(
            EventType.LOGIN_FAILED,
            "bmc",
            setup.label(),
            "user",
            name,
            "how",
            how,
            "locked",
            locked);
    return false;
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
