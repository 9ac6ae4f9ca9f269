package io.beskar7.app.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/** What a command may touch of the world outside. */
record Context(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    InstantSource clock,
    ZoneId zone,
    boolean terminal) {}
