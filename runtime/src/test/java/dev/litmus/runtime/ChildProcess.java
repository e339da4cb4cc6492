package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program of the tests in a process of its own, which can be killed and may crash. It answers in lines; what it
 * writes to its error stream is in a log. Closing it kills it.
 */
public final class ChildProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final Path folder;

  private ChildProcess(Process process, Path folder) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.folder = folder;
  }

  /**
   * Starts a program.
   *
   * @param folder for its log, the report of a crash, and the native library, which a killed process leaves behind
   */
  public static ChildProcess start(Path folder, Class<?> program, Object... arguments)
      throws IOException {
    return start(List.of(), folder, program, arguments);
  }

  /**
   * Starts a program that cannot make a file larger than so many blocks of 512 bytes: as if the disk was full. Needs a shell.
   *
   * @param folder as for {@link #start(Path, Class, Object...)}
   */
  public static ChildProcess startWithin(
      int blocks, Path folder, Class<?> program, Object... arguments) throws IOException {
    return start(
        List.of("/bin/sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh"),
        folder,
        program,
        arguments);
  }

  private static ChildProcess start(
      List<String> shell, Path folder, Class<?> program, Object... arguments) throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>(shell);
    command.addAll(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-XX:ErrorFile=" + folder.resolve("crash.log"),
        "-Dorg.sqlite.tmpdir=" + folder,
        "-cp",
        System.getProperty("java.class.path"),
        program.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command)
        .redirectError(
            ProcessBuilder.Redirect.appendTo(folder.resolve("errors.log").toFile()))
        .start();
    return new ChildProcess(process, folder);
  }

  /** Called by the program: prints a line in one write, so that a kill never leaves half of it. */
  public static void say(String line) {
    try {
      // Not closed: it is the process's standard output.
      @SuppressWarnings("resource")
      FileOutputStream out = new FileOutputStream(FileDescriptor.out);
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line; fails with the log when the program has ended instead. */
  public String line() throws IOException {
    String line = output.readLine();
    assertThat(line).as("a line of the child process; its errors: %s", errors()).isNotNull();
    return line;
  }

  /** All lines that are left, up to its end. */
  public List<String> rest() {
    return output.lines().toList();
  }

  /** Writes a line to its standard input. */
  public void tell(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** SIGKILL. Not through the process itself, which would throw away what it has printed. */
  public void kill() {
    process.toHandle().destroyForcibly();
  }

  /** SIGTERM. */
  void terminate() {
    process.toHandle().destroy();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit code, when it ends within the seconds. */
  public int exitCode(int seconds) throws InterruptedException {
    assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as("ended in time").isTrue();
    return process.exitValue();
  }

  /** What it wrote to its error stream, and the report of a crash. */
  public String errors() throws IOException {
    Path crash = folder.resolve("crash.log");
    return Files.readString(folder.resolve("errors.log"))
        + (Files.exists(crash) ? Files.readString(crash) : "");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
