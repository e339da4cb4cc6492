package dev.litmus.runtime.internal.migration;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** STUB. */
public interface ResourceReader {
  @Nullable
  String read(String path) throws IOException;
}
