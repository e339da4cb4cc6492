package dev.litmus.processor.schema;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A place where migrations may lie as resources.
 *
 * @param folder where in that place, with a slash at its end
 * @param description how messages call the place: {@code the class path}
 * @param reader reads a resource there
 */
public record ResourcePlace(String folder, String description, Reader reader) {

  /** Returns the resource that lists the files of a database: resources of a jar cannot be listed. */
  String index(String database) {
    return folder + database + ".index";
  }

  /** Reads one resource by its exact name; places cannot be listed. */
  @FunctionalInterface
  public interface Reader {

    /** Returns the text, or null when there is no such resource. */
    @Nullable
    String read(String path) throws IOException;
  }
}
