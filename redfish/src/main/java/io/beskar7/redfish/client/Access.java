package io.beskar7.redfish.client;

/** What a read may do when its login is no longer good. */
enum Access {
  /** Log in anew. */
  RENEWABLE,
  /** Nothing: it leads to a write, and whether that is still wanted is not ours to say. */
  UNDER_THIS_LOGIN
}
