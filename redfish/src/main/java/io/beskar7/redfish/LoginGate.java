package io.beskar7.redfish;

import java.util.Optional;

/**
 * Asked before each request that presents a password anew, and told how it went, so that the caller
 * can keep below the number of failures at which a BMC locks the account.
 */
public interface LoginGate {

  /** Called before the password is sent; a problem forbids it and becomes the call's result. */
  Optional<Problem> admit();

  /** The last admitted login was good. */
  void accepted();

  /** The BMC said that the user name or the password is wrong. */
  void refused();

  /** The BMC answered without judging the password, or was never reached. */
  void notJudged();

  /** Lets every login through. */
  LoginGate OPEN =
      new LoginGate() {
        @Override
        public Optional<Problem> admit() {
          return Optional.empty();
        }

        @Override
        public void accepted() {}

        @Override
        public void refused() {}

        @Override
        public void notJudged() {}
      };
}
