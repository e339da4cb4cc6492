package dev.litmus.runtime.soak;

import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TestDatabases;
import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.search.SearchQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Operations at random, on a database with an index for full-text search and on a model. After each one the rows are those of
 * the model, and a search finds what looking at each row finds.
 */
final class ModelledOperations implements Part {

  private static final int OPERATIONS = 100;
  private static final int SEARCHES = 3;

  private static final String TABLES = """
      -- Up
      CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
      CREATE VIRTUAL TABLE found USING fts5(body, content='notes', content_rowid='id');
      CREATE TRIGGER notes_ai AFTER INSERT ON notes BEGIN
        INSERT INTO found (rowid, body) VALUES (new.id, new.body);
      END;
      CREATE TRIGGER notes_ad AFTER DELETE ON notes BEGIN
        INSERT INTO found (found, rowid, body) VALUES ('delete', old.id, old.body);
      END;
      CREATE TRIGGER notes_au AFTER UPDATE ON notes BEGIN
        INSERT INTO found (found, rowid, body) VALUES ('delete', old.id, old.body);
        INSERT INTO found (rowid, body) VALUES (new.id, new.body);
      END;
      -- Down
      DROP TABLE found; DROP TABLE notes;
      """;

  private static final String INSERT = "INSERT INTO notes (id, body) VALUES (?, ?)";
  private static final String UPDATE = "UPDATE notes SET body = ? WHERE id = ?";
  private static final String DELETE = "DELETE FROM notes WHERE id = ?";

  /** What is done at random; the number says how often beside the others. */
  private enum Operation {
    INSERT(8),
    UPDATE(6),
    DELETE(4),
    BATCH(4),
    ROLLED_BACK(4),
    SAVEPOINT(4),
    REOPEN(2),
    BACKUP(2),
    RESTORE(2),
    UNDO_RESTORE(2),
    VACUUM(2);

    private final int weight;

    Operation(int weight) {
      this.weight = weight;
    }

    static Operation any(Random random) {
      int left = random.nextInt(
          List.of(values()).stream().mapToInt(operation -> operation.weight).sum());
      for (Operation operation : values()) {
        left -= operation.weight;
        if (left < 0) {
          return operation;
        }
      }
      throw new IllegalStateException("the weights are at an end");
    }
  }

  private final Ledger ledger = new Ledger();
  private final Map<Operation, Integer> done = new EnumMap<>(Operation.class);
  private int searches;

  @Override
  public String name() {
    return "random operations";
  }

  @Override
  public Tally run(int rounds, long seed, Path folder) throws Exception {
    for (int round = 0; round < rounds; round++) {
      new Round(folder.toRealPath().resolve("round" + round), new Random(seed + round)).run();
    }
    ledger.note(searches + " searches; " + done);
    return ledger.total();
  }

  /** One database and its model. */
  private final class Round {

    private final Path folder;
    private final Random random;
    private SqliteDatabase database;
    private NotesModel model = new NotesModel();
    private long nextId = 1;

    private @Nullable Backup backup;
    private NotesModel ofBackup = new NotesModel();
    private @Nullable NotesModel beforeRestore;

    Round(Path folder, Random random) throws Exception {
      this.folder = Files.createDirectories(folder);
      this.random = random;
      this.database = open();
    }

    private SqliteDatabase open() throws Exception {
      return TestDatabases.open(
          TestDatabases.chain("001_notes.sql", TABLES),
          folder.resolve("chat.sqlite"),
          DatabaseSettings.DEFAULT);
    }

    void run() throws Exception {
      try {
        for (int i = 0; i < OPERATIONS; i++) {
          Operation operation = Operation.any(random);
          perform(operation);
          done.merge(operation, 1, Integer::sum);
          ledger.acknowledged(1);
          compare(operation);
        }
        ledger.whole(
            "what is damaged", database.health().check(IntegrityDepth.FULL).findings(), List.of());
      } finally {
        database.close();
      }
    }

    private void perform(Operation operation) throws Exception {
      switch (operation) {
        case INSERT -> change(model, 0);
        case UPDATE -> change(model, 1);
        case DELETE -> change(model, 2);
        case BATCH -> database.transaction(() -> changeSome(model));
        case ROLLED_BACK ->
          database.transaction(() -> {
            changeSome(model.copy());
            database.rollbackOnly();
          });
        case SAVEPOINT ->
          database.transaction(() -> {
            changeSome(model);
            database.transaction(() -> {
              changeSome(model.copy());
              database.rollbackOnly();
            });
            database.transaction(() -> changeSome(model));
          });
        case REOPEN -> {
          database.close();
          database = open();
        }
        case BACKUP -> {
          BackupOptions options = random.nextBoolean()
              ? BackupOptions.DEFAULT.withCompression()
              : BackupOptions.DEFAULT;
          backup = database.backups().create(folder.resolve("backups"), options);
          ofBackup = model.copy();
        }
        case RESTORE -> {
          if (backup != null) {
            database.backups().restore(backup.file());
            beforeRestore = model;
            model = ofBackup.copy();
          }
        }
        case UNDO_RESTORE -> {
          if (beforeRestore != null) {
            database.backups().undoRestore();
            NotesModel now = model;
            model = beforeRestore;
            beforeRestore = now;
          }
        }
        case VACUUM ->
          ledger.same(
              "what VACUUM had to build again", database.health().vacuum().rebuilt(), List.of());
      }
    }

    private void changeSome(NotesModel notes) {
      for (int i = random.nextInt(12); i >= 0; i--) {
        change(notes, random.nextInt(3));
      }
    }

    private void change(NotesModel notes, int kind) {
      switch (kind) {
        case 0 -> {
          long id = nextId++;
          String text = NotesModel.text(random);
          write(database, INSERT, id, text);
          notes.put(id, text);
        }
        case 1 -> {
          long id = notes.any(random);
          String text = NotesModel.text(random);
          long changed = write(database, UPDATE, text, id);
          ledger.same("the rows of an UPDATE", changed, notes.notes().containsKey(id) ? 1L : 0L);
          if (notes.notes().containsKey(id)) {
            notes.put(id, text);
          }
        }
        default -> {
          long id = notes.any(random);
          long changed = write(database, DELETE, id);
          ledger.same("the rows of a DELETE", changed, notes.notes().containsKey(id) ? 1L : 0L);
          notes.remove(id);
        }
      }
    }

    private void compare(Operation operation) throws SQLException {
      ledger.same("the rows after " + operation, rows(), model.notes());
      for (int i = 0; i < SEARCHES; i++) {
        String one = NotesModel.word(random);
        String other = NotesModel.word(random);
        searched(
            operation, SearchQuery.words(one + " " + other), model.withWords(List.of(one, other)));
        searched(
            operation,
            SearchQuery.phrase(one + " " + other),
            model.withPhrase(List.of(one, other)));
        searched(operation, SearchQuery.startingWith(one), model.withBeginning(one));
      }
    }

    private void searched(Operation operation, SearchQuery query, List<Long> expected)
        throws SQLException {
      List<Long> ids = new ArrayList<>();
      try (PreparedStatement statement =
          database.read(sql("SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid"))) {
        statement.setString(1, query.expression());
        ResultSet row = statement.executeQuery();
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
      searches++;
      ledger.same("what " + query + " finds after " + operation, ids, expected);
    }

    private Map<Long, String> rows() throws SQLException {
      Map<Long, String> rows = new TreeMap<>();
      try (PreparedStatement statement = database.read(sql("SELECT id, body FROM notes"))) {
        ResultSet row = statement.executeQuery();
        while (row.next()) {
          rows.put(row.getLong(1), row.getString(2));
        }
      }
      return rows;
    }
  }
}
