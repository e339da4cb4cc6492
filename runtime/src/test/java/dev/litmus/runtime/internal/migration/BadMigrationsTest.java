package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders that must not be applied: each is refused in its own words, and the database is not touched by a byte. */
class BadMigrationsTest {

  private static final String A = "CREATE TABLE a (b);";
  private static final String C = "CREATE TABLE c (d);";

  @TempDir
  Path directory;

  private Path file;

  @BeforeEach
  void databaseAtVersionThree() throws Exception {
    file = directory.resolve("chat.sqlite");
    try (Connection connection = Migrations.open(file)) {
      Migrations.migrate(connection, Migrations.chain("1_a.sql", A, "3_c.sql", C));
      Migrations.execute(connection, "INSERT INTO a VALUES (1), (2), (3)");
    }
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        // The names of the files.
        more("version 4 is already that of", "4_y.sql", "SELECT 1", "004_x.sql", "SELECT 1"),
        more("not named like a migration", "x.sql", "SELECT 1"),
        more("not named like a migration", "v4_x.sql", "SELECT 1"),
        more("not named like a migration", "4-x.sql", "SELECT 1"),
        more("not named like a migration", "4_x y.sql", "SELECT 1"),
        more("not named like a migration", "4_x.SQL", "SELECT 1"),
        more("not named like a migration", "-4_x.sql", "SELECT 1"),
        more("above the largest", "99999999999999999999_x.sql", "SELECT 1"),
        // What they contain.
        more("the file is empty", "4_x.sql", ""),
        more("the file is empty", "4_x.sql", " \n\t"),
        more("4_x.sql:1: SQL before `-- Up`", "4_x.sql", "SELECT 1;\n-- Up\nSELECT 2;"),
        more("4_x.sql:1: `-- Down` without `-- Up`", "4_x.sql", "-- Down\nDROP TABLE a;"),
        more("4_x.sql:3: a second `-- Up`", "4_x.sql", "-- Up\nSELECT 1;\n-- Up\nSELECT 2;"),
        more("4_x.sql:4: a second `-- Down`", "4_x.sql", "-- Up\nSELECT 1;\n-- Down\n-- Down"),
        more(
            "4_x.sql:2: `-- down` looks like a marker",
            "4_x.sql",
            "CREATE TABLE x (y);\n-- down\nDROP TABLE x;"),
        more("4_x.sql:1: `--Up` looks like a marker", "4_x.sql", "--Up\nSELECT 1;"),
        more("4_x.sql:1: `-- +goose Up` looks like a marker", "4_x.sql", "-- +goose Up\nSELECT 1;"),
        more(
            "4_x.sql:1: `-- migrate:up` looks like a marker",
            "4_x.sql",
            "-- migrate:up\nSELECT 1;"),
        more("4_x.sql:2: `BEGIN` in a migration", "4_x.sql", "SELECT 1;\nBEGIN;"),
        more("4_x.sql:1: `COMMIT` in a migration", "4_x.sql", "commit;"),
        more("4_x.sql:1: `END` in a migration", "4_x.sql", "END TRANSACTION;"),
        more("4_x.sql:3: `ROLLBACK` in a migration", "4_x.sql", "\n\nROLLBACK;"),
        more("4_x.sql:1: `SAVEPOINT` in a migration", "4_x.sql", "SAVEPOINT s;"),
        more("4_x.sql:1: `RELEASE` in a migration", "4_x.sql", "RELEASE s;"),
        more("4_x.sql:1: `VACUUM` in a migration", "4_x.sql", "VACUUM;"),
        more("4_x.sql:1: `ATTACH` in a migration", "4_x.sql", "ATTACH 'x' AS x;"),
        more("4_x.sql:1: `DETACH` in a migration", "4_x.sql", "DETACH x;"),
        more(
            "4_x.sql:2: `PRAGMA journal_mode` in a migration",
            "4_x.sql",
            "SELECT 1;\nPRAGMA main.journal_mode=DELETE;"),
        more(
            "4_x.sql:1: `PRAGMA locking_mode` in a migration",
            "4_x.sql",
            "PRAGMA Locking_Mode = EXCLUSIVE;"),
        more(
            "4_x.sql:1: `PRAGMA writable_schema` in a migration",
            "4_x.sql",
            "PRAGMA writable_schema(1);"),
        more(
            "4_x.sql:2: `PRAGMA case_sensitive_like` in a migration",
            "4_x.sql",
            "CREATE TABLE x (y);\nPRAGMA case_sensitive_like=ON;"),
        more("4_x.sql:1: `PRAGMA max_page_count`", "4_x.sql", "pragma main.max_page_count = 9"),
        more(
            "4_x.sql:1: `PRAGMA writable_schema`", "4_x.sql", "PRAGMA 'main'.'writable_schema'=1;"),
        more("4_x.sql:1: a temporary object", "4_x.sql", "CREATE TABLE 'temp'.'x' (y);"),
        more("4_x.sql:1: `PRAGMA schema_version`", "4_x.sql", "PRAGMA schema_version=1;"),
        more("4_x.sql:1: `PRAGMA auto_vacuum`", "4_x.sql", "PRAGMA auto_vacuum = FULL;"),
        more("4_x.sql:1: `PRAGMA page_size`", "4_x.sql", "PRAGMA page_size(8192);"),
        more("4_x.sql:1: `PRAGMA encoding`", "4_x.sql", "PRAGMA main.encoding = 'UTF-16';"),
        more("4_x.sql:1: `PRAGMA cache_size`", "4_x.sql", "EXPLAIN PRAGMA cache_size = 1;"),
        more(
            "4_x.sql:1: `PRAGMA trusted_schema`",
            "4_x.sql",
            "explain query plan PRAGMA main.trusted_schema = 1;"),
        more(
            "4_x.sql:2: a NUL character",
            "4_x.sql",
            "SELECT 1;\nUPDATE a SET b = 9 /* \0 */ WHERE b = 1;"),
        more("4_x.sql:1: a temporary object", "4_x.sql", "CREATE TEMP TABLE x AS SELECT 1 AS y;"),
        more("4_x.sql:1: a temporary object", "4_x.sql", "create temporary view x AS SELECT 1;"),
        more("4_x.sql:1: a temporary object", "4_x.sql", "CREATE TABLE IF NOT EXISTS temp.x (y);"),
        more(
            "4_x.sql:2: a temporary object",
            "4_x.sql",
            "SELECT 1;\nCREATE VIRTUAL TABLE IF NOT EXISTS \"Temp\".x USING fts5(y);"),
        more("4_x.sql:1: parameter `:id`", "4_x.sql", "DELETE FROM a WHERE b = :id;"),
        more("4_x.sql:2: the comment has no end", "4_x.sql", "SELECT 1;\n/* DROP TABLE a;"),
        more(
            "4_x.sql:1: SQLite does not recognise `'abc", "4_x.sql", "SELECT 'abc;\nDROP TABLE a;"),
        more("4_x.sql:1: a lone carriage return", "4_x.sql", "-- a comment\rDROP TABLE a;\n"),
        // What they are to the database.
        all("1_a.sql` was edited after", "1_a.sql", "CREATE TABLE a (b, e);", "3_c.sql", C),
        all("version 1 (`a`) was applied on", "3_c.sql", C),
        all("comes too late: version 3", "1_a.sql", A, "2_b.sql", "SELECT 1", "3_c.sql", C),
        all("newer than the code", "1_a.sql", A),
        all("applied as `c`, but the code has", "1_a.sql", A, "3_z.sql", C),
        // What SQLite refuses, or would leave broken.
        more(
            "4_x.sql`: it changes `_migrations`",
            "4_x.sql",
            "DELETE FROM _migrations WHERE version < 3;"),
        more("4_x.sql`: it changes `_migrations`", "4_x.sql", "DROP TABLE _migrations;"),
        more(
            "4_x.sql`: it changes `_migrations`",
            "4_x.sql",
            "UPDATE _migrations SET checksum = 'x' WHERE version = 1;"),
        more(
            "4_x.sql`, line 2: no such table: nowhere",
            "4_x.sql",
            "CREATE TABLE x (y);\nINSERT INTO nowhere VALUES (1);"),
        more(
            "rows that violate foreign keys: 1 of `x`",
            "4_x.sql",
            "CREATE TABLE p (i INTEGER PRIMARY KEY);\nCREATE TABLE x (y REFERENCES p);\nINSERT INTO x VALUES (7);"),
        more(
            "4_x.sql`, line 2: UNIQUE constraint failed",
            "4_x.sql",
            "CREATE TABLE x (y UNIQUE);\nINSERT INTO x VALUES (1), (1);"));
  }

  /** Files beside the two that were applied. */
  private static Arguments more(String words, String... namesAndTexts) {
    List<String> files = new ArrayList<>(List.of("1_a.sql", A, "3_c.sql", C));
    files.addAll(List.of(namesAndTexts));
    return Arguments.of(words, files);
  }

  private static Arguments all(String words, String... namesAndTexts) {
    return Arguments.of(words, List.of(namesAndTexts));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void isRefusedAndTheFileIsNotTouched(String words, List<String> files) throws Exception {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> {
          MigrationSource source = Migrations.files(files.toArray(String[]::new));
          MigrationChain chain = MigrationChain.read("chat", source);
          try (Connection connection = Migrations.open(file)) {
            Migrations.migrate(connection, chain);
          }
        })
        .hasMessageContaining(words);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void thereAreAtLeastThirty() {
    assertThat(bad()).hasSizeGreaterThanOrEqualTo(30);
  }
}
