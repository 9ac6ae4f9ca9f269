package io.beskar7.apiserver.resource;

/** What all built-in kinds share. */
interface BuiltIn extends Behaviour {
  /** A kind without rules of its own. */
  BuiltIn PLAIN = new BuiltIn() {};

  /** A kind that clients write without looking first. */
  BuiltIn UPSERT =
      new BuiltIn() {
        @Override
        public boolean createsOnUpdate() {
          return true;
        }
      };

  @Override
  default boolean overwrites() {
    return true;
  }

  @Override
  default boolean countsGenerations() {
    return false;
  }

  @Override
  default boolean strategic() {
    return true;
  }
}
