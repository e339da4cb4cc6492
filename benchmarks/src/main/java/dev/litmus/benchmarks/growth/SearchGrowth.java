package dev.litmus.benchmarks.growth;

import dev.litmus.benchmarks.data.BenchRepository;
import dev.litmus.benchmarks.plot.Latency;
import dev.litmus.benchmarks.plot.Plot;
import dev.litmus.benchmarks.plot.Results;
import dev.litmus.benchmarks.plot.Table;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.search.SearchQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Full-text search, the best 50 of those found (W8), among more and more documents. */
final class SearchGrowth {

  private static final int FOUND = 50;
  private static final long MOST = 1_000_000;

  private SearchGrowth() {}

  static void run(Scale scale, Path folder, Results results) throws IOException {
    Table table = new Table(
        "Full-text search, the best " + FOUND,
        "documents",
        "insert µs/row",
        "in 50 documents p50 µs",
        "in every tenth p50 µs");
    List<double[]> seldom = new ArrayList<>();
    List<double[]> often = new ArrayList<>();
    for (long documents : scale.atMost(MOST).rows()) {
      Path file = folder.resolve("search-" + documents + ".sqlite");
      try (SqliteDatabase database = SqliteDatabase.open("bench", file)) {
        long start = System.nanoTime();
        new Rows(database).documents(0, documents, documents / FOUND);
        double perRow = (System.nanoTime() - start) / 1000.0 / documents;
        BenchRepository repository = database.repository(BenchRepository.class);
        Latency rare = search(scale, repository, "seldom");
        Latency common = search(scale, repository, "often");
        table.row(documents, perRow, rare.micros(50), common.micros(50));
        seldom.add(new double[] {documents, rare.micros(50)});
        often.add(new double[] {documents, common.micros(50)});
      }
    }
    results.show("growth-search", table);
    Plot plot = new Plot("Full-text search against documents", "documents", "median, µs");
    plot.line("a word of 50 documents", seldom);
    plot.line("a word of every tenth document", often);
    results.show("growth-search", plot);
  }

  private static Latency search(Scale scale, BenchRepository repository, String word) {
    SearchQuery query = SearchQuery.words(word);
    return Latency.of(
        () -> {
          int found = repository.search(query).size();
          if (found != FOUND) {
            throw new IllegalStateException("found " + found + " documents");
          }
        },
        scale.time());
  }
}
