package dev.litmus.runtime.power;

import dev.litmus.runtime.power.DiskEvent.Acknowledged;
import dev.litmus.runtime.power.DiskEvent.DirectorySynced;
import dev.litmus.runtime.power.DiskEvent.Named;
import dev.litmus.runtime.power.DiskEvent.Resized;
import dev.litmus.runtime.power.DiskEvent.Synced;
import dev.litmus.runtime.power.DiskEvent.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records what a program does to the files below a directory, by {@code strace} of Linux. Lines that the program writes to the
 * file {@link #ACKNOWLEDGED} there are what it acknowledges. The shared memory of SQLite is left out: it is made anew by
 * whoever opens the database first.
 */
public final class Strace {

  /** The file for numbers, a line each. */
  public static final String ACKNOWLEDGED = "acknowledged";

  private static final String CALLS =
      "open,openat,creat,lseek,write,pwrite64,writev,pwritev,fallocate,ftruncate,"
          + "fsync,fdatasync,sync_file_range,unlink,unlinkat,link,linkat,rename,renameat,renameat2,mkdir,mkdirat,rmdir";
  private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+).*");
  private static final Pattern UNFINISHED = Pattern.compile("(\\d+) +(.*) <unfinished \\.\\.\\.>");
  private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
  private static final Pattern DESCRIPTOR =
      Pattern.compile("\\d+<((?:\\\\x[0-9a-f]{2})*)>(?!\\(deleted)");
  private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");

  private final String root;
  private final List<DiskEvent> events = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private int lastFile;

  private Strace(Path root) {
    this.root = root + "/";
  }

  /** Whether it is there, and may trace. */
  public static boolean works() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
          .redirectErrorStream(true)
          .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Runs a command to its end.
   *
   * @param root a real path of an empty directory
   * @param log a file for what strace writes
   */
  public static Recording record(Path root, Path log, List<String> command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(
        "strace",
        "-f",
        "--seccomp-bpf",
        "-y",
        "-xx",
        "-s",
        "1000000",
        "-o",
        log.toString(),
        "-e",
        CALLS));
    words.addAll(command);
    Path said = Files.createTempFile("strace", ".log");
    Process process = new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(said));
    }
    Files.delete(said);
    return read(root, log);
  }

  private static Recording read(Path root, Path log) throws IOException {
    Strace strace = new Strace(root);
    Map<String, String> begun = new HashMap<>();
    try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      lines.forEach(line -> {
        Matcher unfinished = UNFINISHED.matcher(line);
        Matcher resumed = RESUMED.matcher(line);
        if (unfinished.matches()) {
          begun.put(unfinished.group(1), unfinished.group(2));
        } else if (resumed.matches()) {
          String first = begun.remove(resumed.group(1));
          if (first != null) {
            strace.line(resumed.group(1) + " " + first + resumed.group(2));
          }
        } else {
          strace.line(line);
        }
      });
    }
    return new Recording(strace.events);
  }

  private void line(String line) {
    Matcher call = CALL.matcher(line);
    if (call.matches() && !call.group(4).startsWith("-")) {
      call(call.group(2), call.group(3), Integer.parseInt(call.group(4)));
    }
  }

  private void call(String name, String arguments, int result) {
    switch (name) {
      case "open", "openat", "creat" -> opened(name, arguments);
      case "mkdir", "mkdirat" -> named(texts(arguments).get(0), DiskEvent.DIRECTORY);
      case "unlink", "unlinkat", "rmdir" -> named(texts(arguments).get(0), DiskEvent.NOTHING);
      case "link", "linkat" ->
        named(texts(arguments).get(1), file(texts(arguments).get(0)));
      case "rename", "renameat", "renameat2" -> {
        int file = file(texts(arguments).get(0));
        named(texts(arguments).get(0), DiskEvent.NOTHING);
        named(texts(arguments).get(1), file);
      }
      default -> {
        String path = ofDescriptor(arguments);
        if ((path + "/").startsWith(root) && !path.endsWith("-shm")) {
          changed(name, arguments, result, path);
        }
      }
    }
  }

  private void opened(String name, String arguments) {
    String path = texts(arguments).get(0);
    boolean creates = name.equals("creat") || arguments.contains("O_CREAT");
    if (creates && file(path) == DiskEvent.NOTHING && isWatched(path)) {
      lastFile++;
      named(path, lastFile);
    }
    if (isWatched(path)) {
      positions.put(path, 0);
      if (file(path) > 0 && (name.equals("creat") || arguments.contains("O_TRUNC"))) {
        events.add(new Resized(file(path), 0));
      }
    }
  }

  private void changed(String name, String arguments, int result, String path) {
    int file = file(path);
    switch (name) {
      case "lseek" -> positions.put(path, result);
      case "write" -> {
        byte[] bytes = bytes(arguments, result);
        if (path.equals(root + ACKNOWLEDGED)) {
          events.add(new Acknowledged(
              Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII).strip())));
        } else {
          int position = positions.getOrDefault(path, 0);
          events.add(new Written(file, position, bytes));
          positions.put(path, position + result);
        }
      }
      case "pwrite64" ->
        events.add(new Written(file, lastNumber(arguments), bytes(arguments, result)));
      case "ftruncate" -> events.add(new Resized(file, lastNumber(arguments)));
      case "fsync", "fdatasync" ->
        events.add(
            file > 0
                ? new Synced(file)
                : new DirectorySynced(
                    (path + "/").equals(root) ? "" : path.substring(root.length())));
      default -> throw new IllegalStateException("unknown to this reader: " + name);
    }
  }

  private int file(String path) {
    return names.getOrDefault(path, DiskEvent.NOTHING);
  }

  private void named(String path, int file) {
    if (isWatched(path)) {
      names.put(path, file);
      events.add(new Named(path.substring(root.length()), file));
    }
  }

  private boolean isWatched(String path) {
    return path.startsWith(root) && !path.endsWith("-shm") && !path.equals(root + ACKNOWLEDGED);
  }

  /** The path that stands behind the number of an open file. */
  private static String ofDescriptor(String arguments) {
    Matcher descriptor = DESCRIPTOR.matcher(arguments);
    return descriptor.lookingAt() ? text(descriptor.group(1)) : "";
  }

  private static int lastNumber(String arguments) {
    return Integer.parseInt(arguments.substring(arguments.lastIndexOf(' ') + 1));
  }

  private static byte[] bytes(String arguments, int length) {
    Matcher text = TEXT.matcher(arguments);
    if (!text.find()) {
      throw new IllegalStateException("no bytes: " + arguments.substring(0, 100));
    }
    byte[] bytes = hex(text.group(1));
    if (bytes.length < length) {
      throw new IllegalStateException("strace cut " + length + " bytes short");
    }
    return Arrays.copyOf(bytes, length);
  }

  private static List<String> texts(String arguments) {
    return TEXT.matcher(arguments).results().map(text -> text(text.group(1))).toList();
  }

  private static String text(String escaped) {
    return new String(hex(escaped), StandardCharsets.UTF_8);
  }

  private static byte[] hex(String escaped) {
    return HexFormat.of().parseHex(escaped.replace("\\x", ""));
  }
}
