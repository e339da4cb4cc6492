package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes that read from a table; the example application's {@code chat} has one of which nothing is said. */
class SearchRuleTest {

  private static final String NOTES = "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT);\n";
  private static final String INDEX =
      "CREATE VIRTUAL TABLE notes_fts USING fts5(text, content='notes', content_rowid='id');\n";
  private static final String TRIGGERS = """
      CREATE TRIGGER ai AFTER INSERT ON notes BEGIN
        INSERT INTO notes_fts (rowid, text) VALUES (new.id, new.text);
      END;
      CREATE TRIGGER ad AFTER DELETE ON notes BEGIN
        INSERT INTO notes_fts (notes_fts, rowid, text) VALUES ('delete', old.id, old.text);
      END;
      CREATE TRIGGER au AFTER UPDATE ON notes BEGIN
        INSERT INTO notes_fts (notes_fts, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO notes_fts (rowid, text) VALUES (new.id, new.text);
      END;
      """;
  private static final String REBUILD = "INSERT INTO notes_fts (notes_fts) VALUES ('rebuild');\n";

  @TempDir
  Path root;

  private List<ProblemCode> codes(String... migrations) throws Exception {
    return Chain.prove(root, migrations).stream().map(Problem::code).toList();
  }

  @Test
  void anIndexThatIsFilledAndKeptInStep() throws Exception {
    assertThat(codes(NOTES + INDEX + TRIGGERS)).isEmpty();
    assertThat(codes(NOTES, INDEX + TRIGGERS + REBUILD)).isEmpty();
    assertThat(codes(NOTES, INDEX, TRIGGERS + REBUILD)).isEmpty();
  }

  @Test
  void anIndexOverRowsThatItDoesNotKnow() throws Exception {
    assertThat(codes(NOTES, INDEX + TRIGGERS)).containsExactly(ProblemCode.SEARCH_NOT_FILLED);
  }

  @Test
  void anIndexThatNothingTellsOfChanges() throws Exception {
    List<Problem> problems =
        Chain.prove(root, NOTES + INDEX + TRIGGERS + "DROP TRIGGER au; DROP TRIGGER ad;");

    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.SEARCH_TRIGGERS);
    assertThat(problems.get(0).fact())
        .isEqualTo("nothing tells the search index `notes_fts` of UPDATE, DELETE on `notes`");
  }

  @Test
  void aTableThatIsNotThere() throws Exception {
    List<Problem> problems = Chain.prove(root, NOTES + INDEX.replace("'notes'", "'note'"));

    assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.SEARCH_CONTENT);
    assertThat(problems.get(0).help()).contains("did you mean `notes`?");
  }

  @Test
  void aColumnThatIsNotThere() throws Exception {
    assertThat(codes(NOTES + INDEX.replace("fts5(text", "fts5(text, title")))
        .containsExactly(ProblemCode.SEARCH_CONTENT);
    assertThat(codes(NOTES + INDEX.replace("'id'", "'row_id'")))
        .containsExactly(ProblemCode.SEARCH_CONTENT);
  }

  @Test
  void columnsWithQuotesAndOptions() throws Exception {
    assertThat(codes("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, \"full text\" TEXT);\n"
            + INDEX.replace("fts5(text", "fts5(text, \"full text\" UNINDEXED")
            + TRIGGERS))
        .isEmpty();
  }

  @Test
  void aNumberThatVacuumMayChange() throws Exception {
    String texts = "CREATE TABLE notes (id TEXT PRIMARY KEY, text TEXT);\n";
    String index = "CREATE VIRTUAL TABLE notes_fts USING fts5(text, content=\"notes\");\n";
    String triggers = TRIGGERS.replace("new.id", "new.rowid").replace("old.id", "old.rowid");

    assertThat(codes(texts + index + triggers)).containsExactly(ProblemCode.SEARCH_ROWID);
    assertThat(codes(NOTES + index + triggers)).isEmpty();
  }

  @Test
  void anIndexWithTextsOfItsOwnOrNone() throws Exception {
    assertThat(codes(NOTES, "CREATE VIRTUAL TABLE own USING fts5(text, tokenize='porter');"))
        .isEmpty();
    assertThat(codes(NOTES, "CREATE VIRTUAL TABLE none USING fts5(text, content='');"))
        .isEmpty();
  }

  @Test
  void whatALaterVersionHasPutRightIsPast() throws Exception {
    assertThat(codes(
            NOTES,
            INDEX.replace("text", "title"),
            "DROP TABLE notes_fts;\n" + INDEX + TRIGGERS + REBUILD))
        .isEmpty();
  }
}
