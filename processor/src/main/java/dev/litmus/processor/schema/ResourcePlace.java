package dev.litmus.processor.schema;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A place where migrations may lie as resources.
 *
 * @param description how messages call it: {@code the class path}
 * @param reader reads a resource there
 */
public record ResourcePlace(String description, Reader reader) {

  /** Reads one resource by its exact name; places cannot be listed. */
  @FunctionalInterface
  public interface Reader {

    /** Returns the text, or null when there is no such resource. */
    @Nullable
    String read(String path) throws IOException;
  }
}
