package dev.litmus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look after databases: backups, restoring, checks, sizes. */
class CareCommandsTest {

  @TempDir
  private Path folder;

  private Path data;
  private Path backups;

  @BeforeEach
  void databases() throws Exception {
    folder = folder.toRealPath();
    data = Files.createDirectory(folder.resolve("data"));
    backups = folder.resolve("backups");
    for (String name : List.of("app", "chat")) {
      sql(
          name,
          "PRAGMA journal_mode = WAL",
          "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)",
          "CREATE INDEX by_text ON notes (text)",
          "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 900)"
              + " INSERT INTO notes (text) SELECT hex(randomblob(20)) FROM n");
    }
  }

  private void sql(String name, String... statements) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve(name + ".sqlite"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private int rows(String name) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve(name + ".sqlite"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM notes")) {
      return row.getInt(1);
    }
  }

  private void damage(Path file, int page) throws IOException {
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      damaged.seek(page * 4096L);
      damaged.write(new byte[4096]);
    }
  }

  private Run run(String command, Object... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--directory", data.toString()));
    Stream.of(arguments).map(Object::toString).forEach(all::add);
    return Run.of("", all.toArray(String[]::new));
  }

  private List<Path> backups(String name) throws IOException {
    try (Stream<Path> entries = Files.list(backups)) {
      return entries
          .filter(file -> file.getFileName().toString().startsWith(name + "_"))
          .filter(file -> !file.toString().endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  @Test
  void backedUpVerifiedAndRestored() throws Exception {
    Run made = run("backup", "--to", backups, "--gzip");
    assertThat(made.code()).isZero();
    assertThat(made.out())
        .isEqualTo("app: " + backups("app").get(0) + " (version 0, 900 rows)\nchat: "
            + backups("chat").get(0) + " (version 0, 900 rows)\n");
    assertThat(Run.of("", "verify", backups.toString()))
        .isEqualTo(new Run(
            0,
            backups("app").get(0) + " (version 0, 900 rows): sound\n"
                + backups("chat").get(0) + " (version 0, 900 rows): sound\n",
            ""));

    sql("chat", "DELETE FROM notes WHERE id = 900");
    run("backup", "--to", backups, "--database", "chat");
    sql("chat", "DELETE FROM notes WHERE id > 10");
    Run restored = run("restore", backups, "--database", "chat");
    assertThat(restored.code()).as(restored.err()).isZero();
    assertThat(restored.out())
        .startsWith(
            "chat: restored; what was there before is " + data + "/chat.sqlite.before-restore-");
    assertThat(rows("chat")).as("the newest").isEqualTo(899);
    assertThat(run("restore", "--undo", "--database", "chat").code()).isZero();
    assertThat(rows("chat")).isEqualTo(10);
    assertThat(run("restore", backups("chat").get(0), "--database", "chat").code())
        .isZero();
    assertThat(rows("chat")).isEqualTo(900);
  }

  @Test
  void asJson() throws Exception {
    JsonObject made = JsonParser.parseString(
            run("backup", "--to", backups, "--database", "chat", "--json").out())
        .getAsJsonObject();
    assertThat(made.keySet())
        .containsExactly("database", "file", "taken_at", "version", "bytes", "sha256");
    JsonObject verified = JsonParser.parseString(
            Run.of("", "verify", made.get("file").getAsString(), "--json").out())
        .getAsJsonObject();
    assertThat(verified.get("sound").getAsBoolean()).isTrue();
    JsonObject restored = JsonParser.parseString(
            run("restore", made.get("file").getAsString(), "--database", "chat", "--json")
                .out())
        .getAsJsonObject();
    assertThat(restored.get("before").getAsString()).contains("before-restore");
    assertThat(run("check", "--database", "chat", "--json"))
        .isEqualTo(new Run(0, "{\"database\":\"chat\",\"sound\":true,\"findings\":[]}\n", ""));
    JsonObject sizes = JsonParser.parseString(
            run("stats", "--database", "chat", "--json").out())
        .getAsJsonObject();
    assertThat(sizes.get("objects").getAsJsonArray()).hasSize(2);
    assertThat(sizes.get("bytes").getAsLong())
        .isEqualTo(sizes.get("pages").getAsLong() * sizes.get("page_size").getAsLong());
  }

  @Test
  void damageIsToldOfEachAndTheOthersAreLookedAt() throws Exception {
    damage(data.resolve("app.sqlite"), 5);
    Files.writeString(data.resolve("none.sqlite"), "no database at all");

    Run checked = run("check");

    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.out())
        .contains("app: damaged\n  structure: ", "chat: sound\n", "none: damaged\n")
        .contains("help: ");
    assertThat(checked.err()).isEmpty();
    Run stats = run("stats");
    assertThat(stats.code()).isEqualTo(1);
    assertThat(stats.out()).contains("chat\n").contains("by_text (index)").contains("900 rows");
    assertThat(stats.err()).contains("database `none`");
  }

  @Test
  void oneThatCannotBeBackedUpDoesNotTakeTheOthersAlong() throws Exception {
    damage(data.resolve("app.sqlite"), 5);

    Run made = run("backup", "--to", backups);

    assertThat(made.code()).isEqualTo(1);
    assertThat(made.err()).contains("litmus: database `app`: no backup was made");
    assertThat(made.out()).startsWith("chat: ");
    assertThat(backups("app")).isEmpty();
  }

  @Test
  void spaceIsGivenBackAndQueriesArePlannedAnew() throws Exception {
    sql("chat", "DELETE FROM notes WHERE id > 10");
    long before = Files.size(data.resolve("chat.sqlite"));

    Run vacuum = run("vacuum", "--database", "chat");

    assertThat(vacuum.code()).isZero();
    assertThat(vacuum.out()).startsWith("chat: " + before + " bytes before, ");
    assertThat(Files.size(data.resolve("chat.sqlite"))).isLessThan(before);
    assertThat(run("optimize", "--database", "app"))
        .isEqualTo(new Run(0, "app: analyzed notes\n", ""));
    assertThat(run("optimize", "--database", "app", "--json"))
        .isEqualTo(new Run(0, "{\"database\":\"app\",\"analyzed\":[]}\n", ""));

    sql(
        "chat",
        "CREATE TABLE loose (text TEXT)",
        "CREATE VIRTUAL TABLE found USING fts5(text, content='loose')",
        "INSERT INTO loose VALUES ('a'), ('b'), ('c')",
        "DELETE FROM loose WHERE text = 'a'");
    Run refused = run("vacuum");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("loose").contains("INTEGER PRIMARY KEY");
    assertThat(refused.out()).startsWith("app: ");
  }

  @Test
  void olderOnesGo() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(run("backup", "--to", backups, "--database", "chat", "--keep", "2")
              .code())
          .isZero();
    }
    assertThat(backups("chat")).hasSize(2);
  }

  @Test
  void aDamagedBackupIsNotRestored() throws Exception {
    run("backup", "--to", backups);
    damage(backups("chat").get(0), 5);

    Run verified = Run.of("", "verify", backups.toString());
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("chat_").contains(": damaged\n").contains("SHA-256");
    Run restored = run("restore", backups("chat").get(0), "--database", "chat");
    assertThat(restored.code()).isEqualTo(1);
    assertThat(restored.err()).startsWith("litmus: database `chat`: not restored, ");
    assertThat(rows("chat")).isEqualTo(900);
    Run other = run("restore", backups("app").get(0), "--database", "chat");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("of the schema `app`");
  }

  @Test
  void argumentsThatCannotBeUsed() throws Exception {
    Files.createDirectory(backups);
    assertThat(run("check", "--database", "../chat").code()).isEqualTo(2);
    assertThat(run("backup", "--to", backups, "--keep", "0").code()).isEqualTo(2);
    assertThat(run("backup", "--to", backups, "--daily", "3").err()).contains("add --keep N");
    assertThat(run("restore", backups, "--database", "chat").err())
        .contains("there is no backup of this database");
    assertThat(run("restore", "--database", "chat").code()).isEqualTo(2);
    assertThat(Run.of("", "verify").code()).isEqualTo(2);
    assertThat(Run.of("", "verify", backups.toString()).err()).contains("there are no backups");
    assertThat(Run.of("", "check", "--directory", backups.toString()).err())
        .contains("there are no databases");
    assertThat(run("check", "--database", "missing").code()).isEqualTo(1);
    assertThat(data.resolve("missing.sqlite")).doesNotExist();
  }
}
