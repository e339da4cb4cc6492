package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a resource by its exact path: a class loader at run time, the compiler's file manager at compile time. */
public interface ResourceReader {

  /** The resource as text, or null when there is none at that path. */
  @Nullable
  String read(String path) throws IOException;
}
