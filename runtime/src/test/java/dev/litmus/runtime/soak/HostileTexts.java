package dev.litmus.runtime.soak;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.litmus.runtime.Databases;
import dev.litmus.runtime.HostileStrings;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TestDatabases;
import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.error.LitmusException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Texts that look like SQL, paths and commands, and two of them put together, are written, read, backed up into a directory of such a
 * name, restored and read again.
 */
final class HostileTexts implements Part {

  private static final String TABLES =
      "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema ORDER BY name)";

  private final Ledger ledger = new Ledger();
  private int directories;

  @Override
  public String name() {
    return "hostile strings";
  }

  @Override
  public Tally run(int rounds, long seed, Path folder) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      // Deep enough that a text which leads out of it stays in the folder.
      Path place = Files.createDirectories(folder.resolve(round + "/a/b"));
      try (Databases databases = TestDatabases.open(place.resolve("db"), "chat")) {
        SqliteDatabase chat = databases.get("chat");
        List<Object> tables = read(chat, TABLES);
        Map<String, String> written = writeAll(chat, random);
        compare(chat, written);
        backUpAndRestore(chat, place, pick(random), written);
        ledger.whole("the tables", read(chat, TABLES), tables);
      }
    }
    ledger.note(directories + " backups in directories of such a name");
    return ledger.total();
  }

  private static String pick(Random random) {
    return HostileStrings.ALL.get(random.nextInt(HostileStrings.ALL.size()));
  }

  private Map<String, String> writeAll(SqliteDatabase chat, Random random) {
    List<String> texts = new ArrayList<>(HostileStrings.ALL);
    HostileStrings.ALL.forEach(text -> texts.add(text + pick(random)));
    Collections.shuffle(texts, random);
    Map<String, String> written = new TreeMap<>();
    for (String text : texts) {
      if (written.containsKey(text)) {
        continue;
      }
      String body = pick(random) + text;
      boolean whole = isWhole(text) && isWhole(body);
      try {
        write(chat, "INSERT INTO messages (id, body) VALUES (?, ?)", text, body);
        written.put(text, body);
        ledger.acknowledged(1);
        ledger.same("a text without an encoding is taken", whole, true);
      } catch (LitmusException e) {
        ledger.refused();
        ledger.same("a text is refused", whole, false);
      }
    }
    return written;
  }

  private void compare(SqliteDatabase chat, Map<String, String> written) {
    ledger.same(
        "the number of texts",
        read(chat, "SELECT count(*) FROM messages"),
        List.of(written.size()));
    written.forEach((id, body) -> ledger.same(
        "a text", read(chat, "SELECT body FROM messages WHERE id = ?", id), List.of(body)));
  }

  private void backUpAndRestore(
      SqliteDatabase chat, Path place, String name, Map<String, String> written) {
    Path directory = place.resolve("backups");
    try {
      Path hostile = place.resolve(name);
      if (hostile.normalize().startsWith(place) && !hostile.normalize().equals(place)) {
        directory = hostile;
      }
    } catch (InvalidPathException e) {
      ledger.refused();
    }
    Backup backup;
    try {
      backup = chat.backups().create(directory, BackupOptions.DEFAULT.withCompression());
      ledger.whole(
          "its directory", backup.file().getParent(), directory.toAbsolutePath().normalize());
      directories += directory.endsWith("backups") ? 0 : 1;
    } catch (LitmusException e) {
      ledger.refused();
      backup = chat.backups().create(place.resolve("backups"));
    }
    write(chat, "DELETE FROM messages");
    chat.backups().restore(backup.file());
    compare(chat, written);
  }

  /** UTF-8 has no unpaired surrogates, and nothing is stored in their place. */
  private static boolean isWhole(String text) {
    return text.equals(new String(text.getBytes(UTF_8), UTF_8));
  }
}
