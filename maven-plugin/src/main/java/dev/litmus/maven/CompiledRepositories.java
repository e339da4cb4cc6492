package dev.litmus.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The repositories among class files. */
final class CompiledRepositories {

  /**
   * The constant by which a class file names the type of an annotation: a tag, two bytes with the length, and the text. In
   * the signature of a method that takes the type as a parameter it is only a part of a longer one.
   *
   * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4.7">CONSTANT_Utf8_info</a>
   */
  private static final byte[] ANNOTATION =
      "\u0001\u0000!Ldev/litmus/annotations/Database;".getBytes(StandardCharsets.US_ASCII);

  private static final String CLASS = ".class";

  private CompiledRepositories() {}

  /** Returns those that have no implementation beside them: paths without the ending, sorted. */
  static List<String> withoutImplementation(Path classes) throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path file : Folder.files(classes)) {
      String path = Folder.path(classes, file);
      if (path.endsWith(CLASS) && isRepository(file) && !Files.exists(implementationOf(file))) {
        missing.add(path.substring(0, path.length() - CLASS.length()));
      }
    }
    return missing;
  }

  /** A nested interface brings its outer names along: that of {@code Shop$Orders} is {@code Shop_OrdersImpl}. */
  private static Path implementationOf(Path file) {
    String name = file.getFileName().toString();
    String simple = name.substring(0, name.length() - CLASS.length()).replace('$', '_');
    return file.resolveSibling(simple + "Impl$Factory" + CLASS);
  }

  private static boolean isRepository(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    for (int at = 0; at + ANNOTATION.length <= content.length; at++) {
      if (matches(content, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] content, int at) {
    for (int i = 0; i < ANNOTATION.length; i++) {
      if (content[at + i] != ANNOTATION[i]) {
        return false;
      }
    }
    return true;
  }
}
