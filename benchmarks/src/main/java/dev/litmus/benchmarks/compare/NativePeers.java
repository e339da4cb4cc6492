package dev.litmus.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The contenders that do not run on Java, built below {@code target} when they are not there: Bun is a package of npm's, and
 * SQLite's amalgamation is in one.
 */
final class NativePeers {

  private static final String BUN_PACKAGE = "bun@1.4.5";
  private static final String SQLITE_PACKAGE = "better-sqlite3@13.2.0";
  private static final Path BUN = Path.of("bun", "node_modules", ".bin", "bun");
  private static final Path AMALGAMATION =
      Path.of("sqlite", "node_modules", "better-sqlite3", "deps", "sqlite3");
  private static final long MOST_MINUTES = 10;

  private final Path sources;
  private final Path built;

  NativePeers(Path module) {
    sources = module.resolve("peers");
    built = module.resolve("target").resolve("peers");
  }

  Optional<List<String>> bun(Consumer<String> leftOut) throws IOException, InterruptedException {
    Path bun = built.resolve(BUN);
    if (!Files.exists(bun) && !install("bun", BUN_PACKAGE, "--foreground-scripts")) {
      leftOut.accept("npm did not install " + BUN_PACKAGE + ", see " + log());
      return Optional.empty();
    }
    return Optional.of(List.of(bun.toString(), sources.resolve("bun.js").toString()));
  }

  Optional<List<String>> c(Consumer<String> leftOut) throws IOException, InterruptedException {
    Path sqlite = built.resolve(AMALGAMATION);
    if (!Files.exists(sqlite) && !install("sqlite", SQLITE_PACKAGE, "--ignore-scripts")) {
      leftOut.accept(
          "npm did not install " + SQLITE_PACKAGE + ", which has SQLite's source, see " + log());
      return Optional.empty();
    }
    Path library = built.resolve("sqlite3.o");
    Path program = built.resolve("peer");
    boolean compiled = Files.exists(library)
        || run(
            "gcc",
            "-O2",
            "-DSQLITE_ENABLE_FTS5",
            "-c",
            sqlite.resolve("sqlite3.c").toString(),
            "-o",
            library.toString());
    if (!compiled
        || !run(
            "gcc",
            "-O2",
            "-I" + sqlite,
            sources.resolve("peer.c").toString(),
            library.toString(),
            "-o",
            program.toString(),
            "-lpthread",
            "-ldl",
            "-lm")) {
      leftOut.accept("gcc did not compile it, see " + log());
      return Optional.empty();
    }
    return Optional.of(List.of(program.toString()));
  }

  private Path log() {
    return built.resolve("build.log");
  }

  /**
   * Installs a package in a folder of its own, since npm removes what it was not told of.
   *
   * @param scripts what becomes of the package's scripts: Bun's puts the program in its place, the other would build what is
   *     not needed
   */
  private boolean install(String folder, String dependency, String scripts)
      throws IOException, InterruptedException {
    return run(
        "npm",
        "install",
        "--no-save",
        scripts,
        "--no-audit",
        "--no-fund",
        "--prefix",
        built.resolve(folder).toString(),
        dependency);
  }

  /** Returns whether a command is there and succeeds. */
  private boolean run(String... command) throws IOException, InterruptedException {
    Files.createDirectories(built);
    Process process;
    try {
      process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
          .start();
    } catch (IOException e) {
      Files.writeString(log(), e.getMessage() + "\n", StandardCharsets.UTF_8);
      return false;
    }
    process.getOutputStream().close();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }
}
