package dev.litmus.processor;

import dev.litmus.processor.declaration.QueryFiles;
import dev.litmus.processor.schema.ResourcePlace;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Where a compilation finds resources: migrations, and files with the SQL of queries. Build tools copy a module's own ones
 * into its output before they compile, or keep them elsewhere.
 */
final class Resources {

  /** javac shows of a jar only folders that could be packages, and META-INF could not. */
  private static final String MIGRATIONS = "litmus/migrations/";

  private Resources() {}

  /** Returns the places in the order in which they are tried. */
  static List<ResourcePlace> places(Filer filer) {
    ResourcePlace.Reader classPath = path -> read(filer, StandardLocation.CLASS_PATH, path);
    ResourcePlace.Reader output = path -> read(filer, StandardLocation.CLASS_OUTPUT, path);
    return List.of(
        new ResourcePlace(MIGRATIONS, "the class path", classPath),
        new ResourcePlace(MIGRATIONS, "the output of this module", output),
        new ResourcePlace(MIGRATIONS, "the processor path", Resources::readFromProcessorPath));
  }

  /** Returns the places for the files of queries: what is nearest to the module comes first. */
  static List<QueryFiles.Place> queries(Filer filer, Optional<Path> folder) {
    List<QueryFiles.Place> places = new ArrayList<>();
    folder.ifPresent(root -> places.add(new QueryFiles.Place(
        "in the folder `" + root + "` (option -Alitmus.queries)",
        path -> readFile(root.resolve(path)),
        () -> folder)));
    places.add(new QueryFiles.Place(
        "in the output of this module",
        path -> bytes(filer, StandardLocation.CLASS_OUTPUT, path),
        () -> folderOf(filer)));
    places.add(new QueryFiles.Place(
        "on the source path",
        path -> bytes(filer, StandardLocation.SOURCE_PATH, path),
        Optional::empty));
    places.add(new QueryFiles.Place(
        "on the class path",
        path -> bytes(filer, StandardLocation.CLASS_PATH, path),
        Optional::empty));
    return places;
  }

  private static byte @Nullable [] readFile(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
  }

  /** Returns the output of this module when it is a folder, and not the memory of a tool. */
  private static Optional<Path> folderOf(Filer filer) {
    try {
      URI uri = filer.getResource(StandardLocation.CLASS_OUTPUT, "", "litmus").toUri();
      return "file".equals(uri.getScheme())
          ? Optional.ofNullable(Path.of(uri).getParent())
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String read(
      Filer filer, JavaFileManager.Location location, String path) {
    byte[] bytes = bytes(filer, location, path);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /** Read through the file object: not every compiler's addresses are files. */
  private static byte @Nullable [] bytes(
      Filer filer, JavaFileManager.Location location, String path) {
    try (InputStream in = filer.getResource(location, "", path).openInputStream()) {
      return in.readAllBytes();
    } catch (IOException | IllegalArgumentException e) {
      // Not there, or a location that this compilation does not have; compilers differ in how they
      // say so.
      return null;
    }
  }

  private static @Nullable String readFromProcessorPath(String path) throws IOException {
    try (InputStream in = Resources.class.getClassLoader().getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
