package dev.litmus.runtime.internal.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The version of SQLite that the driver brings. Build tools that manage dependencies often choose an older one than this
 * library was built with.
 */
final class EngineVersion {

  /** The first version without the <a href="https://sqlite.org/wal.html">WAL-reset bug</a>. */
  static final String OLDEST = "3.51.3";

  private EngineVersion() {}

  static boolean isSupported(String version) {
    return Arrays.compare(numbers(version), numbers(OLDEST)) >= 0;
  }

  private static int[] numbers(String version) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : version.split("\\.", -1)) {
      numbers.add(Integer.parseInt(part));
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
