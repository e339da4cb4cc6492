package dev.litmus.examples;

import java.io.IOException;
import java.nio.file.Path;

/** There is nothing to import. */
final class NoTextException extends IOException {

  private static final long serialVersionUID = 1L;

  NoTextException(Path root) {
    super("no text under " + root + ": the tour reads files that end in .md, .sql, .java or .xml");
  }
}
