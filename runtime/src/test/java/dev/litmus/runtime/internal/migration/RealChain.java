package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A chain of migrations as projects have them, copied to a folder of its own in one of the forms that files come in: each is
 * a folder of {@code src/test/resources/chains} that is named like what it shows. {@code shell.txt} in it is all that is
 * applied, where lines that look like markers are none; otherwise a line {@code -- Up} or {@code -- Down} is a marker.
 *
 * @param root the folder that has the chain's folder
 * @param name the chain's folder
 */
record RealChain(Path root, String name) {

  private static final String NEEDS = "-- needs ";

  /** How a text is saved. */
  enum Form {
    AS_WRITTEN,

    /** With CRLF, and a byte order mark first. */
    WINDOWS;

    private String of(String text) {
      return this == WINDOWS ? '\uFEFF' + text.replace("\n", "\r\n") : text;
    }
  }

  /** The names of all chains. */
  static List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(resources())) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  static RealChain copy(String name, Form form, Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    try (Stream<Path> files = Files.list(resources().resolve(name))) {
      for (Path file : files.toList()) {
        // Git may have given them the line ends of the system.
        String text = Files.readString(file).replace("\r\n", "\n");
        Files.writeString(folder.resolve(file.getFileName().toString()), form.of(text));
      }
    }
    return new RealChain(root, name);
  }

  MigrationChain read() throws IOException, InvalidMigrationsException {
    return MigrationChain.read(name, MigrationSource.directory(root.resolve(name)));
  }

  /** What is applied of each file, found without the code that is tested. */
  List<String> scripts() throws IOException {
    Path whole = root.resolve(name).resolve("shell.txt");
    if (Files.exists(whole)) {
      return List.of(Files.readString(whole));
    }
    List<String> scripts = new ArrayList<>();
    for (Path file : files()) {
      scripts.add(up(Files.readString(file)));
    }
    return scripts;
  }

  /** The oldest SQLite that can run it, as in {@code 3.46}; 0 for any. */
  String needs() throws IOException {
    String first = Files.readString(files().get(0))
        .replace("\uFEFF", "")
        .lines()
        .findFirst()
        .orElse("");
    return first.startsWith(NEEDS) ? first.substring(NEEDS.length()).strip() : "0";
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(name))) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted(Comparator.comparingLong(RealChain::version))
          .toList();
    }
  }

  private static long version(Path file) {
    return Long.parseLong(file.getFileName().toString().replaceAll("_.*", ""));
  }

  private static String up(String text) {
    StringBuilder up = new StringBuilder();
    boolean inside = true;
    for (String line : text.split("(?<=\n)", -1)) {
      switch (line.replace("\uFEFF", "").stripTrailing()) {
        case "-- Up" -> {
          up.setLength(0);
          inside = true;
        }
        case "-- Down" -> inside = false;
        default -> up.append(inside ? line : "");
      }
    }
    return up.toString();
  }

  private static Path resources() {
    URL folder = Objects.requireNonNull(RealChain.class.getResource("/chains"));
    try {
      return Path.of(folder.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
