package dev.litmus.runtime;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM with Litmus, its tests and one driver on the class path, for what can only be seen from outside or once. */
public final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final Path errors;

  private ChildJvm(Process process, Path errors) {
    this.process = process;
    this.output = process.inputReader();
    this.errors = errors;
  }

  /** Returns the jar of the driver that these tests run with. */
  public static Path ownDriver() {
    return placeOf(org.sqlite.JDBC.class);
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what is on the class path. */
  public static List<Path> classPath(Path driver) {
    return List.of(placeOf(Databases.class), placeOf(ChildJvm.class), driver);
  }

  /** Returns the words of a command that starts it. */
  public static List<String> command(
      Path driver, List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp"));
    command.add(String.join(
        File.pathSeparator, classPath(driver).stream().map(Path::toString).toList()));
    command.add("-Ddev.litmus.runtime.statements="
        + System.getProperty("dev.litmus.runtime.statements", "lean"));
    command.addAll(options);
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /** Starts a command; what it says on standard error goes to a file. */
  public static ChildJvm start(List<String> command) throws IOException {
    Path errors = Files.createTempFile("child", ".log");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    return new ChildJvm(process, errors);
  }

  /** Returns its next line, or what it said on standard error when it ended without one. */
  public String line() throws IOException {
    String line = output.readLine();
    return line != null ? line : "ended: " + Files.readString(errors);
  }

  /** Lets a program that waits for a line go on. */
  public void goOn() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Waits for its end. */
  public int exit() throws InterruptedException {
    return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  /** Kills it as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    output.close();
    Files.delete(errors);
  }
}
