package dev.litmus.examples.text;

import dev.litmus.examples.chat.Chat;
import dev.litmus.examples.chat.ChatRepository;
import dev.litmus.examples.chat.Message;
import dev.litmus.examples.chat.MessageRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes each file a chat and each block of it a message. Ids come from path and position, so importing again writes only
 * what is new, changed or gone. A file is one transaction: after a failure it is there as it was before.
 */
public final class Importer {

  private final SqliteDatabase database;
  private final ChatRepository chats;
  private final MessageRepository messages;
  private final Clock clock;

  public Importer(Databases databases, Clock clock) {
    this.database = databases.get("chat");
    this.chats = databases.repository(ChatRepository.class);
    this.messages = databases.repository(MessageRepository.class);
    this.clock = clock;
  }

  /** Imports files under a root; {@code done} runs after each. */
  public ImportReport importAll(Path root, List<Path> files, Runnable done) throws IOException {
    ImportReport report = ImportReport.NOTHING;
    for (Path path : files) {
      TextFile file = TextFile.read(root, path);
      if (!file.blocks().isEmpty()) {
        report = report.plus(database.transaction(() -> importOne(file)));
      }
      done.run();
    }
    return report;
  }

  private ImportReport importOne(TextFile file) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Chat chat = chats.findById(file.path()).orElseGet(() -> begin(file, now));
    Map<String, Message> old = new LinkedHashMap<>();
    messages.findByChat(chat.id()).forEach(message -> old.put(message.id(), message));
    List<Message> added = new ArrayList<>();
    int changed = 0;
    for (int i = 0; i < file.blocks().size(); i++) {
      Block block = file.blocks().get(i);
      String id = String.format(Locale.ROOT, "%s#%04d", chat.id(), i + 1);
      Message before = old.remove(id);
      if (before == null) {
        // A millisecond apart, so that a chat reads in the order of its file.
        Instant said = chat.createdAt().plusMillis(i);
        added.add(new Message(id, chat.id(), block.role(), block.text(), said));
      } else if (!before.content().equals(block.text()) || !before.role().equals(block.role())) {
        messages.change(id, block.role(), block.text());
        changed++;
      }
    }
    messages.insertAll(added);
    int deleted = messages.deleteAll(old.keySet());
    int unchanged = file.blocks().size() - added.size() - changed;
    ImportReport report = new ImportReport(added.size(), changed, deleted, unchanged);
    if (report.isChange()) {
      chats.touch(chat.id(), now);
    }
    return report;
  }

  private Chat begin(TextFile file, Instant now) {
    Chat chat = new Chat(file.path(), file.path(), file.modified(), now);
    chats.insert(chat);
    return chat;
  }
}
