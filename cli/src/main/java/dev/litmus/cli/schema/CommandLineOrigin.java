package dev.litmus.cli.schema;

import dev.litmus.processor.problem.Origin;

/** No Java source: what is asked about came from the command line. */
public enum CommandLineOrigin implements Origin {
  HERE
}
