package app;

import dev.litmus.runtime.Columns;
import dev.litmus.runtime.JsonArrays;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The queries of {@link NoteRepository} on the database {@code lab}, checked against its migrations up to version 1.
 * Safe for all threads.
 */
@Generated("dev.litmus.processor.LitmusProcessor")
public final class NoteRepositoryImpl implements NoteRepository {
  private final SqliteDatabase database;

  /**
   * Creates the repository on an open database of its schema.
   */
  public NoteRepositoryImpl(SqliteDatabase database) {
    this.database = database;
  }

  private static final SqlStatement INSERT = SqlStatement.of("NoteRepository.insert", """
      INSERT INTO notes VALUES (?, ?)""");

  /**
   * Changes notes.
   *
   * <pre>
   * INSERT INTO notes VALUES (:key, :text)
   * </pre>
   */
  @Override
  public void insert(String key, String text) {
    try (PreparedStatement statement = database.write(INSERT)) {
      statement.setString(1, key);
      statement.setString(2, text);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(INSERT, e);
    }
  }

  private static final SqlStatement COUNT = SqlStatement.of("NoteRepository.count", """
      WITH known AS (SELECT key FROM notes WHERE key IN (SELECT +value FROM json_each(?)))
      SELECT count(*) FROM known WHERE key NOT IN (SELECT +value FROM json_each(?))""");

  /**
   * Reads notes.
   *
   * <pre>
   * WITH known AS (SELECT key FROM notes WHERE key IN (:keys))
   * SELECT count(*) FROM known WHERE key NOT IN (:without)
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH notes USING PRIMARY KEY (key=?)
   * LIST SUBQUERY 1
   *   SCAN json_each VIRTUAL TABLE INDEX 1:
   * LIST SUBQUERY 3
   *   SCAN json_each VIRTUAL TABLE INDEX 1:
   *   CREATE BLOOM FILTER
   * </pre>
   */
  @Override
  public int count(Collection<String> keys, Collection<String> without) {
    try (PreparedStatement statement = database.read(COUNT)) {
      statement.setString(1, JsonArrays.of("keys", keys));
      statement.setString(2, JsonArrays.of("without", without));
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(COUNT);
      }
      int result = Columns.requireInt(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(COUNT);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(COUNT, e);
    }
  }

  private static final SqlStatement TEXTS = SqlStatement.of("NoteRepository.texts", """
      SELECT text FROM notes WHERE key IN (SELECT +value FROM json_each(?1)) OR (text IN (SELECT +value FROM json_each(?1)) AND text IN (SELECT +value FROM json_each(?)))""");

  /**
   * Reads notes.
   *
   * <pre>
   * SELECT text FROM notes WHERE key IN (:s.keys) OR (text IN (:s.keys) AND text IN (:s.texts))
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN notes
   * LIST SUBQUERY 1
   *   SCAN json_each VIRTUAL TABLE INDEX 1:
   *   CREATE BLOOM FILTER
   * LIST SUBQUERY 2
   *   SCAN json_each VIRTUAL TABLE INDEX 1:
   *   CREATE BLOOM FILTER
   * LIST SUBQUERY 3
   *   SCAN json_each VIRTUAL TABLE INDEX 1:
   *   CREATE BLOOM FILTER
   * </pre>
   */
  @Override
  public List<String> texts(NoteRepository.Selection s) {
    try (PreparedStatement statement = database.read(TEXTS)) {
      statement.setString(1, JsonArrays.of("s.keys", s.keys()));
      statement.setString(2, JsonArrays.of("s.texts", s.texts()));
      ResultSet row = statement.executeQuery();
      List<String> result = new ArrayList<>();
      while (row.next()) {
        result.add(row.getString(1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(TEXTS, e);
    }
  }

  private static final SqlStatement DELETE = SqlStatement.of("NoteRepository.delete", """
      DELETE FROM notes WHERE key IN (SELECT +value FROM json_each(?)) OR text IN (SELECT +value FROM json_each(?))""");

  /**
   * Changes notes.
   *
   * <pre>
   * DELETE FROM notes WHERE key IN (:JsonArrays) OR text IN (:statement)
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN notes
   * LIST SUBQUERY 1
   *   SCAN json_each VIRTUAL TABLE INDEX 1:
   *   CREATE BLOOM FILTER
   * LIST SUBQUERY 2
   *   SCAN json_each VIRTUAL TABLE INDEX 1:
   *   CREATE BLOOM FILTER
   * </pre>
   */
  @Override
  public boolean delete(List<String> JsonArrays_, List<String> statement) {
    try (PreparedStatement statement_ = database.write(DELETE)) {
      statement_.setString(1, JsonArrays.of("JsonArrays", JsonArrays_));
      statement_.setString(2, JsonArrays.of("statement", statement));
      return statement_.executeUpdate() > 0;
    } catch (SQLException e) {
      throw database.failure(DELETE, e);
    }
  }

  /**
   * How the runtime finds this class.
   */
  public static final class Factory implements RepositoryFactory<NoteRepository> {
    /**
     * For the service loader.
     */
    public Factory() {
    }

    @Override
    public String schema() {
      return "lab";
    }

    @Override
    public String version() {
      return "<version>";
    }

    @Override
    public String migrations() {
      return "e9155c0d9a09da9a2e041fce8d80bf71fab38c2016138f261c67c6316ac55931";
    }

    @Override
    public Class<NoteRepository> repository() {
      return NoteRepository.class;
    }

    @Override
    public NoteRepository create(SqliteDatabase database) {
      return new NoteRepositoryImpl(database);
    }
  }
}
