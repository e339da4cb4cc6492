package dev.litmus.benchmarks.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The running process of a contender. It waits unless it is asked. */
final class PeerProcess implements AutoCloseable {

  private static final String READY = "ready ";

  private final String name;
  private final Process process;
  private final Writer asking;
  private final BufferedReader answers;
  private final Path log;
  private final String version;

  /**
   * Starts it.
   *
   * @param files its files, beside which it writes what it complains of
   */
  PeerProcess(Peer peer, DataFiles files) throws IOException {
    name = peer.name();
    log = files.folder().resolve("stderr.log");
    List<String> command = new ArrayList<>(peer.command());
    command.add(files.folder().toString());
    process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    asking = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    version = line().substring(READY.length());
  }

  String name() {
    return name;
  }

  String version() {
    return version;
  }

  /** Lets it work, and waits for the answer. */
  Answer run(Workload workload, long millis) throws IOException {
    asking.write("run " + workload.label() + " " + millis + "\n");
    asking.flush();
    return Answer.of(line());
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new ComparisonException(name + " has ended, and said:\n"
          + Files.readString(log, StandardCharsets.UTF_8).strip());
    }
    return line;
  }

  /** Lets it end, which it does when nothing more is asked. */
  @Override
  public void close() throws IOException {
    asking.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
