package io.beskar7.domain.badfixture;

/** Breaks a house rule on purpose. */
public final class Prints {
  public void talk() {
    System.out.println();
  }
}
