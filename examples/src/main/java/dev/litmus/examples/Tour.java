package dev.litmus.examples;

import dev.litmus.examples.chat.Chat;
import dev.litmus.examples.chat.ChatRepository;
import dev.litmus.examples.chat.MessageRepository;
import dev.litmus.examples.text.ImportReport;
import dev.litmus.examples.text.Importer;
import dev.litmus.examples.text.TextFile;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.MigrationStatus;
import dev.litmus.runtime.error.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What Litmus does, shown on the four databases of an application: chats made of a project's text, coding sessions, a queue
 * of images, settings and credentials. Each part runs and prints what it did.
 */
final class Tour {

  private final Terminal terminal;
  private final Clock clock;
  private final Databases databases;
  private final ChatRepository chats;
  private final MessageRepository messages;

  /**
   * Prepares it.
   *
   * @param clock in whole milliseconds, which is what the databases keep
   */
  Tour(Databases databases, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.databases = databases;
    this.chats = databases.repository(ChatRepository.class);
    this.messages = databases.repository(MessageRepository.class);
  }

  /**
   * Runs all of it.
   *
   * @param root the project whose text is read
   * @throws NoTextException when there is none
   */
  void run(Path root) throws IOException {
    welcome();
    importText(root);
    Chat chat = chats
        .findById("README.md")
        .or(() -> chats.longest(1).stream().findFirst().flatMap(c -> chats.findById(c.id())))
        .orElseThrow(() -> new NoTextException(root));
    new SearchPart(databases, terminal).run();
    new ReadingPart(databases, terminal).run(chat);
    new ChangingPart(databases, terminal, clock).run(chat);
    new CodingPart(databases, terminal, clock).run(chat);
    queue();
    new SettingsPart(databases, terminal, clock).run();
    new CredentialPart(databases, terminal, clock).run();
    new JoinPart(databases, terminal, clock).run();
    new CarePart(databases, terminal).run();
    terminal.title("That was all of it");
    terminal.line("Run it again: it goes on with the same files and writes only what has changed.");
  }

  private void queue() {
    try {
      new QueuePart(databases, terminal, clock).run();
    } catch (DatabaseUnavailableException e) {
      terminal.title("No image queue");
      terminal.refused(e.getMessage());
    }
  }

  private void welcome() {
    terminal.title("Litmus, a tour on real text");
    terminal.line("folder     %s", databases.get("chat").file().orElseThrow().getParent());
    for (String schema : databases.schemas()) {
      terminal.line("%-9s  %s", schema, version(schema));
    }
    int known = messages.count();
    if (known > 0) {
      terminal.line(
          "known      %,d messages in %,d chats from an earlier run", known, chats.count());
    }
  }

  private String version(String schema) {
    try {
      MigrationStatus status = databases.get(schema).migrations();
      int applied = status.appliedAtOpen();
      long version = status.applied().get(status.applied().size() - 1).version();
      return "version " + version
          + (applied == 0 ? "" : ", migrations applied just now: " + applied);
    } catch (DatabaseUnavailableException e) {
      return "not there";
    }
  }

  private void importText(Path root) throws IOException {
    List<Path> files = TextFile.find(root);
    terminal.title("Import: a chat per file, a message per paragraph, a transaction per file");
    terminal.line("reading    %,d files under %s", files.size(), root);
    Stopwatch watch = new Stopwatch();
    ImportReport report = terminal.progress(
        "importing",
        files.size(),
        done -> new Importer(databases, clock).importAll(root, files, done));
    terminal.line("messages   %,d in %s", report.messages(), watch);
    terminal.line(
        "of these   %,d new, %,d changed, %,d as before; %,d are gone from their file",
        report.added(), report.changed(), report.unchanged(), report.removed());
    if (!report.isChange() && report.messages() > 0) {
      terminal.line("           nothing to write: the file is what the database already has");
    }
  }
}
