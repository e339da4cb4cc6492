package dev.litmus.processor;

import dev.litmus.processor.schema.ResourcePlace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Where a compilation finds migrations that are resources: in jars, or in the output of the module itself. */
final class Resources {

  private static final String HIDDEN = "META-INF/litmus/migrations/";

  /** javac shows of a jar only folders that could be packages, and META-INF could not. */
  private static final String VISIBLE = "litmus/migrations/";

  private Resources() {}

  /** Returns the places in the order in which they are tried. */
  static List<ResourcePlace> places(Filer filer) {
    ResourcePlace.Reader classPath = path -> read(filer, StandardLocation.CLASS_PATH, path);
    ResourcePlace.Reader output = path -> read(filer, StandardLocation.CLASS_OUTPUT, path);
    return List.of(
        new ResourcePlace(HIDDEN, "the class path", classPath),
        new ResourcePlace(VISIBLE, "the class path", classPath),
        new ResourcePlace(HIDDEN, "the output of this module", output),
        new ResourcePlace(HIDDEN, "the processor path", Resources::readFromProcessorPath));
  }

  /** Read through the file object: not every compiler's addresses are files. */
  private static @Nullable String read(
      Filer filer, JavaFileManager.Location location, String path) {
    try (InputStream in = filer.getResource(location, "", path).openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
