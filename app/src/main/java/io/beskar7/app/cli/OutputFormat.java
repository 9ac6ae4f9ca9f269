package io.beskar7.app.cli;

/** How a result is printed. */
enum OutputFormat {
  table,
  json
}
