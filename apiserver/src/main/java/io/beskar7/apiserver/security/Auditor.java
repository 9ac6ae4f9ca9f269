package io.beskar7.apiserver.security;

/** Is told of every authorized request before it is handled. */
public interface Auditor {
  void received(Authorizer.Attributes attributes);

  static Auditor none() {
    return attributes -> {};
  }
}
