package dev.litmus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a command that takes long. */
class ProgressTest {

  private static final Terminal SCREEN = new Terminal(true, true, 60);
  private static final Terminal PLAIN = new Terminal(true, false, 60);

  /** Erases the line that the bar stood on. */
  private static final String ERASED = "\r\u001b[2K";

  @TempDir
  private Path folder;

  @BeforeEach
  void migrations() throws IOException {
    migration(
        "app",
        "001_settings.sql",
        "-- Up\nCREATE TABLE settings (key);\n-- Down\nDROP TABLE settings;\n");
    migration(
        "chat", "001_chats.sql", "-- Up\nCREATE TABLE chats (id);\n-- Down\nDROP TABLE chats;\n");
    migration("chat", "002_slow.sql", "-- Up\n" + slow() + "-- Down\n" + slow());
  }

  @Test
  void itIsShownOnAScreenAndGoneInTheEnd() {
    Run migrated = run(SCREEN, "migrate", "--directory", data());
    assertThat(migrated.code()).isZero();
    assertThat(migrated.err())
        .contains("migrate ", "2/3", "chat 2", "\u001b[36m")
        .endsWith(ERASED);
    assertThat(migrated.out()).doesNotContain("\u001b").contains("chat: up 2 slow");

    Run undone =
        run(SCREEN, "rollback", "--directory", data(), "--database", "chat", "--steps", "1");
    assertThat(undone.code()).isZero();
    assertThat(undone.err()).contains("rollback ", "0/1", "chat 2").endsWith(ERASED);

    Run verified = run(SCREEN, "verify");
    assertThat(verified.code()).isZero();
    assertThat(verified.err()).contains("verify ", "1/2", "chat").endsWith(ERASED);
  }

  @Test
  void aLineIsNarrowerThanTheScreen() {
    String[] drawn = run(PLAIN, "migrate", "--directory", data()).err().split("\r");
    assertThat(drawn).hasSizeGreaterThan(2);
    assertThat(drawn).allSatisfy(line -> assertThat(line.length()).isLessThan(60));
  }

  @Test
  void withoutColorsThereAreNone() {
    assertThat(run(PLAIN, "migrate", "--directory", data()).err().replace(ERASED, ""))
        .contains("chat 2")
        .doesNotContain("\u001b");
  }

  @Test
  void itIsNotShownWhereNobodyLooks() {
    assertThat(run(Terminal.NONE, "migrate", "--directory", data()).err()).isEmpty();
    assertThat(run(Terminal.NONE, "verify").err()).isEmpty();
  }

  @Test
  void machinesReadNothingOfIt() {
    assertThat(run(SCREEN, "migrate", "--directory", data(), "--json").err()).isEmpty();
    assertThat(run(SCREEN, "verify", "--json").err()).isEmpty();
    assertThat(run(
                SCREEN,
                "rollback",
                "--directory",
                data(),
                "--database",
                "chat",
                "--steps",
                "1",
                "--json")
            .err())
        .isEmpty();
  }

  @Test
  void nothingIsShownOfNothing() {
    run(Terminal.NONE, "migrate", "--directory", data());
    assertThat(run(SCREEN, "migrate", "--directory", data()))
        .isEqualTo(new Run(0, "app: nothing to do\nchat: nothing to do\n", ""));
  }

  /** The message begins on a line of its own, and what is done is said. */
  @Test
  void anErrorIsPrintedWhereTheBarWas() throws IOException {
    migration("chat", "003_wrong.sql", "-- Up\nINSERT INTO nowhere VALUES (1);\n");
    Run run = run(SCREEN, "migrate", "--directory", data());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(ERASED + "litmus: ");
    assertThat(run.out()).isEqualTo("""
        app: up 1 settings (migrations/app/001_settings.sql)
        chat: up 1 chats (migrations/chat/001_chats.sql)
        chat: up 2 slow (migrations/chat/002_slow.sql)
        """);
  }

  @Test
  void whatIsDoneOfADatabaseThatFailsIsSaid() throws IOException {
    migration("app", "002_wrong.sql", "-- Up\nINSERT INTO nowhere VALUES (1);\n");
    Run run = run(Terminal.NONE, "migrate", "--directory", data());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("app/002_wrong.sql");
    assertThat(run.out()).isEqualTo("app: up 1 settings (migrations/app/001_settings.sql)\n");
  }

  @Test
  void whoStopsItIsToldWhatIsDone() throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(
        InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, () -> PLAIN);
    try (Progress progress = Progress.of(streams, true)) {
      progress.begin("migrate", List.of("app 1", "chat 1", "chat 2"));
      progress.step();
      progress.stopped();
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(ERASED + "litmus: stopped at chat 1; what was done before stays: 1 of 3\n");
  }

  @Test
  void theWidthOfAScreenIsWhatItSaysWithinReason() {
    assertThat(Terminal.width("24 60\n")).isEqualTo(60);
    assertThat(Terminal.width("50 300")).isEqualTo(100);
    assertThat(Terminal.width("24 10")).isEqualTo(40);
    assertThat(Terminal.width("0 0")).isEqualTo(80);
    assertThat(Terminal.width("")).isEqualTo(80);
    assertThat(Terminal.width("stty: no")).isEqualTo(80);
  }

  /** Long enough to be drawn. */
  private static String slow() {
    return "CREATE TABLE counted AS WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 1500000)"
        + " SELECT count(*) AS n FROM c;\nDROP TABLE counted;\n";
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Run run(Terminal terminal, String command, String... more) {
    List<String> arguments = new ArrayList<>(
        List.of(command, "--migrations", folder.resolve("migrations").toString()));
    arguments.addAll(List.of(more));
    return Run.on(terminal, new byte[0], arguments.toArray(String[]::new));
  }

  private void migration(String database, String name, String text) throws IOException {
    Path own = Files.createDirectories(folder.resolve("migrations").resolve(database));
    Files.writeString(own.resolve(name), text);
  }
}
