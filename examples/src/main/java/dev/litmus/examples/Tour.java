package dev.litmus.examples;

import dev.litmus.examples.chat.Chat;
import dev.litmus.examples.chat.ChatRepository;
import dev.litmus.examples.chat.ChatSummary;
import dev.litmus.examples.chat.MarkedLine;
import dev.litmus.examples.chat.Message;
import dev.litmus.examples.chat.MessageRepository;
import dev.litmus.examples.chat.MessageSearch;
import dev.litmus.examples.chat.SearchHit;
import dev.litmus.examples.text.ImportReport;
import dev.litmus.examples.text.Importer;
import dev.litmus.examples.text.TextFile;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.ConstraintException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What Litmus does, shown on the text of a project: each part runs and prints what it did. */
final class Tour {

  private static final List<String> SEARCHES =
      List.of("wrong sql", "transaction rolled back", "it's 100% C++, content:x OR \"");
  private static final int HITS_SHOWN = 3;
  private static final int CHATS_SHOWN = 5;
  private static final int MESSAGES_SHOWN = 6;
  private static final int WIDTH = 72;

  private final Terminal terminal;
  private final Clock clock;
  private final Databases databases;
  private final SqliteDatabase database;
  private final ChatRepository chats;
  private final MessageRepository messages;
  private final MessageSearch search;

  Tour(Databases databases, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.databases = databases;
    this.database = databases.get("chat");
    this.chats = databases.repository(ChatRepository.class);
    this.messages = databases.repository(MessageRepository.class);
    this.search = databases.repository(MessageSearch.class);
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
    SEARCHES.forEach(this::search);
    listLongest();
    Chat chat = chats
        .findById("README.md")
        .or(() -> chats.longest(1).stream().findFirst().flatMap(c -> chats.findById(c.id())))
        .orElseThrow(() -> new NoTextException(root));
    read(chat);
    rename(chat);
    failOnPurpose(chat.id());
    terminal.title("That was all of it");
    terminal.line("Run it again: it goes on with the same file and writes only what has changed.");
  }

  private void welcome() {
    terminal.title("Litmus, a tour on real text");
    terminal.line("database   %s", database.file().orElseThrow());
    int known = messages.count();
    if (known == 0) {
      terminal.line("state      new, its migrations have just been applied");
    } else {
      terminal.line(
          "state      %,d messages in %,d chats from an earlier run", known, chats.count());
    }
  }

  private void importText(Path root) throws IOException {
    List<Path> files = TextFile.find(root);
    terminal.title("Import: a chat per file, a message per paragraph, a transaction per file");
    terminal.line("reading    %,d files under %s", files.size(), root);
    long start = System.nanoTime();
    ImportReport report = terminal.progress(
        "importing",
        files.size(),
        done -> new Importer(databases, clock).importAll(root, files, done));
    terminal.line("messages   %,d in %s", report.messages(), since(start));
    terminal.line(
        "of these   %,d new, %,d changed, %,d as before; %,d are gone from their file",
        report.added(), report.changed(), report.unchanged(), report.removed());
    if (!report.isChange() && report.messages() > 0) {
      terminal.line("           nothing to write: the file is what the database already has");
    }
  }

  private void search(String typed) {
    terminal.title("Search: " + typed);
    long start = System.nanoTime();
    List<SearchHit> hits = search.search(typed, HITS_SHOWN);
    String time = since(start);
    int all = search.count(typed);
    if (all == 0) {
      terminal.line("nothing, in %s: every word was looked for, none was taken for syntax", time);
      return;
    }
    terminal.line("messages with all these words: %,d; the best %,d in %s", all, hits.size(), time);
    for (SearchHit hit : hits) {
      terminal.line("");
      terminal.line("%s", hit.messageId());
      terminal.line("  %s", MarkedLine.of(hit).render(WIDTH, terminal::hit));
    }
  }

  private void listLongest() {
    terminal.title("The longest chats");
    terminal.line("%8s  %10s  %s", "messages", "characters", "title");
    for (ChatSummary chat : chats.longest(CHATS_SHOWN)) {
      terminal.line("%,8d  %,10d  %s", chat.messages(), chat.characters(), chat.title());
    }
  }

  private void read(Chat chat) {
    terminal.title("One chat: " + chat.title());
    List<Message> all = messages.findByChat(chat.id());
    for (Message message : all.subList(0, Math.min(MESSAGES_SHOWN, all.size()))) {
      terminal.line("%-9s  %s", message.role(), firstLine(message.content()));
    }
    if (all.size() > MESSAGES_SHOWN) {
      terminal.line("%-9s  and %,d more", "", all.size() - MESSAGES_SHOWN);
    }
  }

  private void rename(Chat chat) {
    terminal.title("Rename it, in a transaction");
    String title = chat.id() + ", as of " + time(now());
    database.transaction(() -> {
      chats.rename(chat.id(), title, now());
    });
    terminal.line("before     %s", chat.title());
    terminal.line("after      %s", titleOf(chat.id()));
  }

  /** The last of three changes breaks a CHECK of the schema, so none of the three may stay. */
  private void failOnPurpose(String id) {
    terminal.title("A transaction that fails half-way");
    terminal.line("before     %,d messages, \"%s\"", messages.countByChat(id), titleOf(id));
    try {
      database.transaction(() -> {
        int deleted = messages.deleteByChat(id);
        chats.rename(id, "lost?", now());
        terminal.line("inside     %,d deleted, renamed to \"%s\"", deleted, titleOf(id));
        messages.insert(new Message(id + "#0001", id, "robot", "Who am I?", now()));
      });
    } catch (ConstraintException e) {
      terminal.line("refused    %s", e.getMessage());
    }
    terminal.line("after      %,d messages, \"%s\"", messages.countByChat(id), titleOf(id));
  }

  private String titleOf(String id) {
    return chats.findById(id).map(Chat::title).orElse("");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String time(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ROOT)
        .format(instant.atZone(clock.getZone()));
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "...";
  }

  private static String since(long start) {
    long micros = (System.nanoTime() - start) / 1_000;
    return micros < 1_000_000
        ? String.format(Locale.ROOT, "%.1f ms", micros / 1e3)
        : String.format(Locale.ROOT, "%.1f s", micros / 1e6);
  }
}
