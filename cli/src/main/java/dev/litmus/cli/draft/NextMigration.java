package dev.litmus.cli.draft;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the file is called that comes behind all others of a folder. */
public final class NextMigration {

  private static final Pattern VERSION =
      Pattern.compile("(\\d+)_.*\\.sql", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final String FIRST = "001";

  private NextMigration() {}

  /** Tells whether migrations can be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Returns the file: one more than the largest version, as wide as that one is written. The folder may be missing.
   *
   * @return empty when there is no larger version
   */
  public static Optional<Path> file(Path folder, String name) throws IOException {
    return version(folder).map(version -> folder.resolve(version + "_" + name + ".sql"));
  }

  private static Optional<String> version(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.of(FIRST);
    }
    String largest = "";
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Matcher version = VERSION.matcher(file.getFileName().toString());
        if (version.matches() && (largest.isEmpty() || isAbove(version.group(1), largest))) {
          largest = version.group(1);
        }
      }
    }
    if (largest.isEmpty()) {
      return Optional.of(FIRST);
    }
    BigInteger next = new BigInteger(largest).add(BigInteger.ONE);
    String digits = next.toString();
    return next.compareTo(LARGEST) > 0
        ? Optional.empty()
        : Optional.of("0".repeat(Math.max(0, largest.length() - digits.length())) + digits);
  }

  private static boolean isAbove(String version, String other) {
    return new BigInteger(version).compareTo(new BigInteger(other)) > 0;
  }
}
