package dev.litmus.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What repositories are checked against besides Java: names, and the checksum of what each holds. */
final class Inputs {

  /** Where a jar, or another module, has migrations. */
  private static final String MIGRATIONS = "litmus/migrations/";

  private final Path base;
  private final Map<String, String> checksums = new TreeMap<>();

  /**
   * Begins without any.
   *
   * @param base the folder of the project: what lies in it is called by its path from there
   */
  Inputs(Path base) {
    this.base = base;
  }

  void addText(String name, String text) throws IOException {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file, or all files below a folder; nothing when it is not there. */
  void addAll(Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      add(name(place), Files.readAllBytes(place));
    }
    for (Path file : Folder.files(place)) {
      add(name(file), Files.readAllBytes(file));
    }
  }

  /** Adds all SQL below a folder; nothing when it is not there. */
  void addSql(Path folder) throws IOException {
    for (Path file : Folder.files(folder)) {
      if (isSql(Folder.path(folder, file))) {
        add(name(file), Files.readAllBytes(file));
      }
    }
  }

  /**
   * Adds what a jar, or the output of another module, has for repositories. Which of both it is depends on how far a build
   * goes, and makes no difference.
   */
  void addClassPath(Path element) throws IOException {
    if (Files.isRegularFile(element)) {
      addJar(element);
      return;
    }
    for (Path file : Folder.files(element)) {
      String path = Folder.path(element, file);
      if (isSql(path)) {
        add(path, Files.readAllBytes(file));
      }
    }
  }

  private static boolean isSql(String path) {
    return path.endsWith(".sql") || (path.startsWith(MIGRATIONS) && path.endsWith(".index"));
  }

  private void addJar(Path jar) throws IOException {
    try (ZipFile zip = open(jar)) {
      for (ZipEntry entry : zip.stream().filter(e -> isSql(e.getName())).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          add(entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  private static ZipFile open(Path jar) throws IOException {
    try {
      return new ZipFile(jar.toFile());
    } catch (ZipException e) {
      throw new IOException(jar + " on the class path: " + e.getMessage(), e);
    }
  }

  private String name(Path file) {
    return file.startsWith(base) ? Folder.path(base, file) : file.toString().replace('\\', '/');
  }

  /** Several jars can have a resource of one name: then all of them count. */
  private void add(String name, byte[] content) {
    checksums.merge(
        name,
        sha256(content),
        (one, other) -> sha256((one + other).getBytes(StandardCharsets.US_ASCII)));
  }

  /** Returns the names of what is new, other or gone since a record was written; of all when there is none. */
  List<String> changedSince(Path record) throws IOException {
    Map<String, String> before = read(record);
    List<String> changed = new ArrayList<>();
    checksums.forEach((name, checksum) -> {
      if (!checksum.equals(before.remove(name))) {
        changed.add(name);
      }
    });
    changed.addAll(before.keySet());
    return changed;
  }

  /** Whether there is such an input now. */
  boolean has(String name) {
    return checksums.containsKey(name);
  }

  void write(Path record) throws IOException {
    StringBuilder text = new StringBuilder();
    checksums.forEach(
        (name, checksum) -> text.append(checksum).append(' ').append(name).append('\n'));
    Files.createDirectories(record.toAbsolutePath().getParent());
    Files.writeString(record, text);
  }

  private static Map<String, String> read(Path record) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    if (Files.exists(record)) {
      for (String line : Files.readAllLines(record)) {
        int space = line.indexOf(' ');
        if (space > 0) {
          checksums.put(line.substring(space + 1), line.substring(0, space));
        }
      }
    }
    return checksums;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
