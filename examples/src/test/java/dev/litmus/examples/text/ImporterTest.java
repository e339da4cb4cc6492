package dev.litmus.examples.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.litmus.examples.chat.Chat;
import dev.litmus.examples.chat.ChatRepository;
import dev.litmus.examples.chat.Message;
import dev.litmus.examples.chat.MessageRepository;
import dev.litmus.runtime.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123Z");

  @TempDir
  private Path folder;

  private Path root;
  private Databases databases;
  private ChatRepository chats;
  private MessageRepository messages;

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(folder.resolve("project"));
    databases = Databases.inMemory();
    chats = databases.repository(ChatRepository.class);
    messages = databases.repository(MessageRepository.class);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void makesAChatOfAFileAndMessagesOfItsBlocks() throws IOException {
    write("docs/a.md", "# Title\n\nText\nin lines\n\n```sql\nSELECT 1;\n\nSELECT 2;\n```\nEnd\n");

    assertThat(importAll()).isEqualTo(new ImportReport(4, 0, 0, 0));
    assertThat(chats.findById("docs/a.md")).map(Chat::title).contains("docs/a.md");
    assertThat(messages.findByChat("docs/a.md"))
        .extracting(Message::id, Message::role, Message::content)
        .containsExactly(
            tuple("docs/a.md#0001", "user", "# Title"),
            tuple("docs/a.md#0002", "user", "Text\nin lines"),
            tuple("docs/a.md#0003", "assistant", "```sql\nSELECT 1;\n\nSELECT 2;\n```"),
            tuple("docs/a.md#0004", "user", "End"));
  }

  @Test
  void writesOnlyWhatIsNewChangedOrGone() throws IOException {
    write("a.md", "one\n\ntwo\n\nthree\n");
    write("b.java", "/** Says. */\n\nclass B {}\n");
    assertThat(importAll()).isEqualTo(new ImportReport(5, 0, 0, 0));

    write("a.md", "one\n\n2\n");
    write("c.sql", "-- A comment.\n\nSELECT 1;\n");

    assertThat(importAll()).isEqualTo(new ImportReport(2, 1, 1, 3));
    assertThat(messages.findByChat("a.md"))
        .extracting(Message::content)
        .containsExactly("one", "2");
    assertThat(importAll()).isEqualTo(new ImportReport(0, 0, 0, 5 + 1));
  }

  @Test
  void keepsATitleThatSomebodyGave() throws IOException {
    write("a.md", "one\n");
    importAll();
    chats.rename("a.md", "Mine", NOW);
    write("a.md", "two\n");

    importAll();

    assertThat(chats.findById("a.md")).map(Chat::title).contains("Mine");
  }

  @Test
  void aRenameIsUndoneWhenItsTransactionFails() throws IOException {
    write("a.md", "one\n");
    importAll();

    assertThatThrownBy(() -> databases.get("chat").transaction(() -> {
          assertThat(chats.rename("a.md", "Lost", NOW)).isTrue();
          throw new IllegalStateException("on purpose");
        }))
        .hasMessage("on purpose");

    assertThat(chats.findById("a.md")).map(Chat::title).contains("a.md");
  }

  @Test
  void leavesOutHiddenFoldersBuildsAndOtherFiles() throws IOException {
    write("pom.xml", "<project/>\n");
    write(".git/x.md", "hidden\n");
    write("m/target/x.md", "built\n");
    write("m/picture.png", "png\n");
    write("empty.md", "\n \n");

    assertThat(TextFile.find(root))
        .containsExactly(root.resolve("empty.md"), root.resolve("pom.xml"));
    assertThat(importAll()).isEqualTo(new ImportReport(1, 0, 0, 0));
    assertThat(chats.findById("empty.md")).isEmpty();
  }

  private ImportReport importAll() throws IOException {
    List<Path> files = TextFile.find(root);
    return new Importer(databases, Clock.fixed(NOW, ZoneOffset.UTC))
        .importAll(root, files, () -> {});
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
