package io.beskar7.domain.badfixture;

/** Breaks a house rule on purpose. */
public final class Sleeps {
  public void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
