package dev.litmus.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.schema.ApplicationFunction.Argument;
import dev.litmus.processor.value.SqlType;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationFunctionsTest {

  private static final String TEXT = """
      slug(TEXT) TEXT
      nickname(TEXT?, TEXT) TEXT?
      now_here() TEXT NOT DETERMINISTIC
      AGGREGATE middle(NUMERIC) REAL?
      size_of(BLOB) INTEGER
      ratio(INTEGER) REAL
      packed(TEXT) BLOB
      COLLATION german""";

  @Test
  void whatIsWrittenIsRead() {
    ApplicationFunctions all = ApplicationFunctions.parseAll(TEXT);

    assertThat(all.text()).isEqualTo(TEXT);
    assertThat(all.collations()).containsExactly("german");
    assertThat(all.functions().get(1))
        .isEqualTo(new ApplicationFunction(
            "nickname",
            List.of(new Argument(SqlType.TEXT, true), new Argument(SqlType.TEXT, false)),
            SqlType.TEXT,
            true,
            true,
            false));
    assertThat(ApplicationFunctions.parse(
            " aggregate  Sum_Of (real , integer?)real  not deterministic "))
        .get()
        .extracting(ApplicationFunctions::text)
        .isEqualTo("AGGREGATE Sum_Of(REAL, INTEGER?) REAL NOT DETERMINISTIC");
  }

  @Test
  void whatIsNoSignatureIsNotRead() {
    for (String line : List.of(
        "",
        "slug",
        "slug()",
        "slug(TEXT)",
        "slug(TEXT,) TEXT",
        "slug(WORD) TEXT",
        "slug(TEXT) WORD",
        "a b(TEXT) TEXT",
        "slug(TEXT) TEXT?? ",
        "COLLATION",
        "COLLATION a b",
        "1a() TEXT")) {
      assertThat(ApplicationFunctions.parse(line)).as(line).isEmpty();
    }
  }

  /** Whoever runs queries on the schema in memory finds what is declared to be true. */
  @Test
  void standInsKeepThePromises() throws Exception {
    try (Schema schema = SchemaScript.run(
        "test", """
        CREATE TABLE notes (title TEXT COLLATE german NOT NULL, slug TEXT UNIQUE AS (slug(title)));
        CREATE UNIQUE INDEX notes_slug ON notes (slug(title));
        INSERT INTO notes (title) VALUES ('a'), ('b');
        """.replace(" UNIQUE AS", " AS"), ApplicationFunctions.parseAll(TEXT))) {
      assertThat(schema.applicationFunctions()).hasSize(7);
      holds(
          schema,
          "typeof(slug('a')) = 'text' AND slug('a') <> slug('b') AND slug('a') = SLUG('a')");
      holds(schema, "slug(NULL) IS NULL AND nickname('a', NULL) IS NULL");
      holds(schema, "nickname(NULL, 'a') IS NOT NULL");
      holds(schema, "typeof(size_of(x'00ff')) = 'integer' AND size_of(x'') > 0");
      holds(schema, "typeof(ratio(1)) = 'real' AND typeof(packed('')) = 'blob'");
      holds(schema, "(SELECT typeof(middle(1)) = 'real' FROM notes)");
      holds(schema, "(SELECT middle(NULL) IS NULL FROM notes)");
      holds(schema, "(SELECT count(*) FROM notes WHERE title < 'b') = 1");
      assertThat(schema.refusal("CREATE INDEX i ON notes (now_here())"))
          .get()
          .asString()
          .contains("non-deterministic");
      assertThat(schema.refusal("SELECT slug('a', 'b')")).isPresent();
    }
  }

  private static void holds(Schema schema, String condition) throws Exception {
    try (var statement = schema.prepare("SELECT " + condition);
        ResultSet row = statement.executeQuery()) {
      assertThat(row.next() && row.getBoolean(1)).as(condition).isTrue();
    }
  }
}
