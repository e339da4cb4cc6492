package dev.litmus.cli.describe;

import dev.litmus.processor.problem.Origin;

/** No Java source: what is described came from the command line. */
enum CommandLineOrigin implements Origin {
  HERE
}
