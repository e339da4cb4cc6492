package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.UNLIMITED;
import static dev.litmus.processor.function.FunctionFacts.scalar;
import static dev.litmus.processor.value.SqlType.ANY;
import static dev.litmus.processor.value.SqlType.INTEGER;
import static dev.litmus.processor.value.SqlType.REAL;
import static dev.litmus.processor.value.SqlType.TEXT;

import dev.litmus.processor.value.Classes;
import java.util.stream.Stream;

/**
 * Full-text search. Most take the table as their first argument and work in queries of that table only. A table does not
 * have to keep what it indexes, and its columns are NULL then even where a word was found.
 *
 * @see <a href="https://sqlite.org/fts5.html#_auxiliary_functions_">FTS5 auxiliary functions</a>
 * @see <a href="https://sqlite.org/fts3.html#snippet">FTS3 and FTS4 auxiliary functions</a>
 */
final class SearchFunctions {

  private static final String NO_CONTENT = "when the column is, or when the table keeps no content";

  private SearchFunctions() {}

  static Stream<FunctionFacts> all() {
    return Stream.of(
        scalar("bm25", 0, UNLIMITED).takes(ANY).takesRepeatedly(REAL).real().neverNull(),
        scalar("highlight", 0, UNLIMITED)
            .takes(ANY, INTEGER, TEXT, TEXT)
            .text()
            .mayBeNull(NO_CONTENT),
        snippet(),
        scalar("fts5", 1).alwaysNull(),
        scalar("fts5_get_locale", 0, UNLIMITED)
            .takes(ANY, INTEGER)
            .text()
            .mayBeNull("when the value has no locale"),
        scalar("fts5_insttoken", 1).takes(TEXT).gives(ClassRule.sameAs(0)).nullIfAny(),
        scalar("fts5_locale", 2)
            .takes(TEXT, TEXT)
            .gives(Classes.TEXT.or(Classes.BLOB))
            .mayBeNullIf(Chosen.only(1)),
        scalar("fts5_source_id", 0).text().neverNull(),
        scalar("fts3_tokenizer", 1, 2)
            .takes(TEXT)
            .blob()
            .mayBeNull("when tokenizers are not to be shown"),
        scalar("match", 2).takes(TEXT).integer().mayBeNull("when an argument is"),
        scalar("matchinfo", 1, 2).takes(ANY, TEXT).blob().neverNull(),
        scalar("offsets", 1).text().neverNull(),
        scalar("optimize", 1).text().neverNull());
  }

  /** FTS5 takes the column second and the length last, FTS4 only after the marks: nothing can be said of these. */
  private static FunctionFacts snippet() {
    return scalar("snippet", 0, UNLIMITED)
        .takes(ANY, ANY, TEXT, TEXT, ANY, INTEGER)
        .text()
        .mayBeNull(NO_CONTENT);
  }
}
