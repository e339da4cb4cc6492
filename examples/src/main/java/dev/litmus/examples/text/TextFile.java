package dev.litmus.examples.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A file of text.
 *
 * @param path relative to the root, with slashes on every system
 * @param modified when it was last written, in whole milliseconds, which is what the database keeps
 * @param blocks its text, in order
 */
public record TextFile(String path, Instant modified, List<Block> blocks) {

  private static final Set<String> ENDINGS = Set.of("md", "sql", "java", "xml");

  public TextFile {
    blocks = List.copyOf(blocks);
  }

  /** Returns the text files of a project in the order of their paths, without hidden folders and what a build made. */
  public static List<Path> find(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = nameOf(folder);
        return !folder.equals(root) && (name.startsWith(".") || name.equals("target"))
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = nameOf(file);
        if (attributes.isRegularFile()
            && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
          files.add(file);
        }
        return FileVisitResult.CONTINUE;
      }
    });
    Collections.sort(files);
    return files;
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /** Reads one of the files that were found; bytes that are no UTF-8 become replacement characters. */
  public static TextFile read(Path root, Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Instant modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
    String path = root.relativize(file).toString().replace('\\', '/');
    return new TextFile(path, modified, Blocks.of(path, text));
  }
}
