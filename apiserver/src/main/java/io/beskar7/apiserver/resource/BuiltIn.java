package io.beskar7.apiserver.resource;

/** What all built-in kinds share. */
interface BuiltIn extends Behaviour {
  /** A kind without rules of its own. */
  BuiltIn PLAIN = new BuiltIn() {};

  @Override
  default boolean overwrites() {
    return true;
  }

  @Override
  default boolean countsGenerations() {
    return false;
  }

  @Override
  default boolean qualifiesFinalizers() {
    return true;
  }

  @Override
  default boolean strategic() {
    return true;
  }
}
