package dev.litmus.examples;

import dev.litmus.examples.chat.Chat;
import dev.litmus.examples.chat.ChatRepository;
import dev.litmus.examples.chat.Message;
import dev.litmus.examples.chat.MessageRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.ConstraintException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Changes a chat in transactions, of which some fail on purpose. */
final class ChangingPart {

  private final Terminal terminal;
  private final Clock clock;
  private final SqliteDatabase database;
  private final ChatRepository chats;
  private final MessageRepository messages;

  ChangingPart(Databases databases, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.database = databases.get("chat");
    this.chats = databases.repository(ChatRepository.class);
    this.messages = databases.repository(MessageRepository.class);
  }

  void run(Chat chat) {
    renameAndFailInside(chat);
    failOnPurpose(chat.id());
  }

  /** The inner transaction is undone alone; the outer one goes on and is committed. */
  private void renameAndFailInside(Chat chat) {
    terminal.title("A transaction in which an inner one fails, and the outer goes on");
    String title = chat.id() + ", as of " + time(clock.instant());
    terminal.line("before     %,d messages, \"%s\"", messages.countByChat(chat.id()), chat.title());
    database.transaction(() -> {
      chats.rename(chat.id(), title, clock.instant());
      try {
        database.transaction(() -> {
          int deleted = messages.deleteByChat(chat.id());
          terminal.line("inside     renamed, then %,d deleted", deleted);
          messages.insert(
              new Message("?", "no such chat", "user", "Who hears me?", clock.instant()));
        });
      } catch (ConstraintException e) {
        terminal.refused(e.getMessage());
      }
    });
    terminal.line(
        "after      %,d messages, \"%s\"", messages.countByChat(chat.id()), titleOf(chat.id()));
  }

  /** The last of three changes breaks a CHECK of the schema, so none of the three may stay. */
  private void failOnPurpose(String id) {
    terminal.title("A transaction that fails half-way");
    terminal.line("before     %,d messages, \"%s\"", messages.countByChat(id), titleOf(id));
    try {
      database.transaction(() -> {
        int deleted = messages.deleteByChat(id);
        chats.rename(id, "lost?", clock.instant());
        terminal.line("inside     %,d deleted, renamed to \"%s\"", deleted, titleOf(id));
        messages.insert(new Message(id + "#0001", id, "robot", "Who am I?", clock.instant()));
      });
    } catch (ConstraintException e) {
      terminal.refused(e.getMessage());
    }
    terminal.line("after      %,d messages, \"%s\"", messages.countByChat(id), titleOf(id));
  }

  private String titleOf(String id) {
    return chats.findById(id).map(Chat::title).orElse("");
  }

  private String time(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ROOT)
        .format(instant.atZone(clock.getZone()));
  }
}
