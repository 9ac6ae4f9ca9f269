package io.beskar7.app.config;

/** Where a value came from; the first that gives one wins. */
public enum Source {
  FLAG,
  ENVIRONMENT,
  CONFIG_MAP,
  STANDARD
}
