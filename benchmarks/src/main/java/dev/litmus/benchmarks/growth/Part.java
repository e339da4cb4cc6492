package dev.litmus.benchmarks.growth;

import dev.litmus.benchmarks.plot.Results;
import java.io.IOException;
import java.nio.file.Path;

/** What can be measured by itself: one table, and one plot. */
enum Part {
  ROWS(RowGrowth::run),
  DEPTH(DepthGrowth::run),
  SEARCH(SearchGrowth::run),
  CACHE(CacheGrowth::run),
  MIGRATIONS(MigrationGrowth::run),
  REPOSITORIES(RepositoryGrowth::run);

  /** Measures in an empty folder, and shows what it found. */
  private interface Measurement {
    void run(Scale scale, Path folder, Results results) throws IOException;
  }

  @SuppressWarnings("ImmutableEnumChecker") // references to static methods
  private final Measurement measurement;

  Part(Measurement measurement) {
    this.measurement = measurement;
  }

  void run(Scale scale, Results results) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      measurement.run(scale, folder.path(), results);
    }
  }
}
