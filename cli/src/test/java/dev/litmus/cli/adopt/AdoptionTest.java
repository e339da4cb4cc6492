package dev.litmus.cli.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of other tools become the same migrations, whoever wrote them. */
class AdoptionTest {

  private static final String TABLE = "CREATE TABLE chats (id INTEGER PRIMARY KEY);\n";
  private static final String TRIGGER = """
      CREATE TABLE log (chat INTEGER);
      CREATE TRIGGER chats_logged AFTER INSERT ON chats BEGIN
        INSERT INTO log VALUES (new.id);
      END;
      """;
  private static final String DROP = "DROP TABLE log;\n";

  static Stream<Arguments> tools() {
    return Stream.of(
        Arguments.of(
            ForeignTool.FLYWAY,
            List.of(
                file("V2__log_chats.sql", TRIGGER),
                file("U2__log_chats.sql", DROP),
                file("V1__initial.sql", TABLE))),
        Arguments.of(
            ForeignTool.GOOSE,
            List.of(
                file("1_initial.sql", "-- +goose Up\n" + TABLE),
                file(
                    "2_log_chats.sql",
                    "-- A log.\n-- +goose Up\n-- +goose StatementBegin\n" + TRIGGER
                        + "-- +goose StatementEnd\n\n-- +goose Down\n" + DROP))),
        Arguments.of(
            ForeignTool.SQL_MIGRATE,
            List.of(
                file("1_initial.sql", "-- +migrate Up\n" + TABLE),
                file(
                    "2_log_chats.sql",
                    "-- +migrate Up\n-- +migrate StatementBegin\n" + TRIGGER
                        + "-- +migrate StatementEnd\n-- +migrate Down\n" + DROP))),
        Arguments.of(
            ForeignTool.DBMATE,
            List.of(
                file("2_log_chats.sql", "-- migrate:up\n" + TRIGGER + "\n-- migrate:down\n" + DROP),
                file("1_initial.sql", "-- migrate:up\r\n" + TABLE))),
        Arguments.of(
            ForeignTool.GOLANG_MIGRATE,
            List.of(
                file("1_initial.up.sql", TABLE),
                file("2_log_chats.up.sql", TRIGGER),
                file("2_log_chats.down.sql", DROP))));
  }

  @ParameterizedTest
  @MethodSource("tools")
  void filesOfEveryToolBecomeTheSame(ForeignTool tool, List<ForeignFile> files) {
    assertThat(ForeignTool.of(files)).contains(tool);
    Adoption adoption = tool.adopt(files);
    assertThat(adoption.problems()).isEmpty();
    assertThat(adoption.files())
        .containsExactly(
            file("1_initial.sql", "-- Up\n" + TABLE),
            file("2_log_chats.sql", "-- Up\n" + TRIGGER + "\n-- Down\n" + DROP));
  }

  @Test
  void versionsAreOrderedAsNumbers() {
    List<ForeignFile> files = List.of(
        file("V10__ten.sql", "SELECT 10;"),
        file("V9__nine words, here.sql", "SELECT 9;"),
        file("V20240131120000__later.sql", "SELECT 20;"));
    assertThat(ForeignTool.FLYWAY.adopt(files).files())
        .extracting(ForeignFile::name)
        .containsExactly("9_nine_words_here.sql", "10_ten.sql", "20240131120000_later.sql");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "R__views.sql",
            "CREATE VIEW v AS SELECT 1;",
            "`R__views.sql` runs whenever it changes, and migrations here run once: make it a migration with"
                + " the next number"),
        Arguments.of(
            "B7__base.sql",
            "SELECT 1;",
            "`B7__base.sql` is a baseline, which stands for older files: leave it out, or them"),
        Arguments.of(
            "V1.1__names.sql",
            "SELECT 1;",
            "version `1.1` of `V1.1__names.sql` is no whole number: number the files anew, in their order"),
        Arguments.of(
            "V1_1__names.sql",
            "SELECT 1;",
            "version `1_1` of `V1_1__names.sql` is no whole number: number the files anew, in their order"),
        Arguments.of(
            "V1__names.sql",
            "CREATE TABLE ${prefix}names (name TEXT);",
            "`V1__names.sql` has the placeholder `${prefix}`: write its value instead"),
        Arguments.of(
            "1_names.sql",
            "-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;",
            "`1_names.sql` has `-- +goose NO TRANSACTION`, which has no counterpart here"),
        Arguments.of(
            "1_names.sql",
            "-- migrate:up transaction:false\nSELECT 1;",
            "`1_names.sql` has `-- migrate:up transaction:false`: a migration here is one transaction, always"),
        Arguments.of(
            "1_names.sql",
            "SELECT 0;\n-- migrate:up\nSELECT 1;",
            "`1_names.sql` has SQL before its first `-- migrate:` line, which its tool does not run: `SELECT 0;`"),
        Arguments.of(
            "1_names.down.sql",
            "SELECT 1;",
            "version 1 has a file that undoes it, and none that applies it"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatHasNoCounterpartIsRefused(String name, String text, String problem) {
    List<ForeignFile> files = List.of(file(name, text));
    Adoption adoption = ForeignTool.of(files).orElseThrow().adopt(files);
    assertThat(adoption.problems()).containsExactly(problem);
    assertThat(adoption.files()).isEmpty();
  }

  @Test
  void otherFilesAreNobodys() {
    assertThat(ForeignTool.of(List.of())).isEmpty();
    assertThat(ForeignTool.of(List.of(file("001_initial.sql", "-- Up\n" + TABLE))))
        .isEmpty();
    assertThat(ForeignTool.of(List.of(file("V1__a.sql", TABLE), file("2_b.up.sql", TABLE))))
        .isEmpty();
  }

  private static ForeignFile file(String name, String text) {
    return new ForeignFile(name, text);
  }
}
