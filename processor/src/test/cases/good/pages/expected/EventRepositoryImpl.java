package app;

import dev.litmus.runtime.Columns;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetQuery;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.Transaction;
import dev.litmus.runtime.TransactionMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The queries of {@link EventRepository} on the database {@code lab}, checked against its migrations up to version 1.
 * Safe for all threads.
 */
@Generated("dev.litmus.processor.LitmusProcessor")
public final class EventRepositoryImpl implements EventRepository {
  private final SqliteDatabase database;

  /**
   * Creates the repository on an open database of its schema.
   */
  public EventRepositoryImpl(SqliteDatabase database) {
    this.database = database;
  }

  private static final SqlStatement INSERT = SqlStatement.of("EventRepository.insert", """
      INSERT INTO events (id, source, at, weight, tag, mark) VALUES (?, ?, ?, ?, ?, ?)""");

  /**
   * Changes events.
   *
   * <pre>
   * INSERT INTO events (id, source, at, weight, tag, mark) VALUES (:id, :source, :at, :weight, :tag, :mark)
   * </pre>
   */
  @Override
  public void insert(long id, String source, String at, Double weight, String tag, byte[] mark) {
    try (PreparedStatement statement = database.write(INSERT)) {
      statement.setLong(1, id);
      statement.setString(2, source);
      statement.setString(3, at);
      statement.setObject(4, weight);
      statement.setString(5, tag);
      statement.setBytes(6, mark);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(INSERT, e);
    }
  }

  private static final SqlStatement DELETE = SqlStatement.of("EventRepository.delete", """
      DELETE FROM events WHERE id = ?""");

  /**
   * Changes events, reads words.
   *
   * <pre>
   * DELETE FROM events WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH events USING INTEGER PRIMARY KEY (rowid=?)
   * SCAN words
   * </pre>
   */
  @Override
  public boolean delete(long id) {
    try (PreparedStatement statement = database.write(DELETE)) {
      statement.setLong(1, id);
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      throw database.failure(DELETE, e);
    }
  }

  private static final SqlStatement PAGE = SqlStatement.of("EventRepository.page", """
      SELECT id, source, at, weight, tag FROM events WHERE source = ? ORDER BY at, id LIMIT ? OFFSET ?""");

  /**
   * Reads events.
   *
   * <pre>
   * SELECT id, source, at, weight, tag FROM events WHERE source = :source ORDER BY at, id -- oldest first
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH events USING INDEX idx_events_at (source=?)
   * </pre>
   */
  @Override
  public Page<Event> page(String source, PageRequest page) {
    try (Transaction transaction = database.begin(TransactionMode.READ);
        PreparedStatement statement = database.read(PAGE)) {
      statement.setString(1, source);
      statement.setInt(2, page.limit());
      statement.setLong(3, page.offset());
      ResultSet row = statement.executeQuery();
      List<Event> items = new ArrayList<>();
      while (row.next()) {
        items.add(readEvent(row));
      }
      long total = page.isLast(items.size()) ? page.offset() + items.size() : countPage(source);
      Page<Event> result = new Page<>(items, total, page.limit(), page.offset());
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(PAGE, e);
    }
  }

  private static final SqlStatement COUNT_PAGE = SqlStatement.of("EventRepository.page", """
      SELECT count(*) FROM (SELECT id, source, at, weight, tag FROM events WHERE source = ?)""");

  /**
   * Counts the rows that {@code page} has pages of.
   */
  private long countPage(String source) {
    try (PreparedStatement statement = database.read(COUNT_PAGE)) {
      statement.setString(1, source);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(COUNT_PAGE);
      }
      return Columns.requireLong(row, 1);
    } catch (SQLException e) {
      throw database.failure(COUNT_PAGE, e);
    }
  }

  private static final KeysetQuery SCROLL = KeysetQuery.of("EventRepository.scroll", 2, """
      SELECT id, source, at, weight, tag, (at), (id) FROM events WHERE source = ?1 ORDER BY at, id LIMIT ?2""", """
      SELECT id, source, at, weight, tag, (at), (id) FROM events WHERE source = ?1 ORDER BY at DESC, id DESC LIMIT ?2""", """
      SELECT id, source, at, weight, tag, (at), (id) FROM events WHERE (source = ?1) AND (((at), (id)) > (?2, ?3)) ORDER BY at, id LIMIT ?4""", """
      SELECT id, source, at, weight, tag, (at), (id) FROM events WHERE (source = ?1) AND (((at), (id)) < (?2, ?3)) ORDER BY at DESC, id DESC LIMIT ?4""");

  /**
   * Reads events.
   *
   * <pre>
   * SELECT id, source, at, weight, tag FROM events WHERE source = :source ORDER BY at, id; -- oldest first
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH events USING INDEX idx_events_at (source=?)
   * </pre>
   */
  @Override
  public KeysetPage<Event> scroll(String source, KeysetRequest from) {
    KeysetQuery.Step step = SCROLL.at(database, from);
    try (PreparedStatement statement = database.read(step.statement())) {
      statement.setString(1, source);
      step.bind(statement, 2);
      ResultSet row = statement.executeQuery();
      List<Event> items = new ArrayList<>();
      while (step.next(row, 6)) {
        items.add(readEvent(row));
      }
      return step.page(items);
    } catch (SQLException e) {
      throw database.failure(step.statement(), e);
    }
  }

  private static Event readEvent(ResultSet row) throws SQLException {
    return new Event(
        Columns.requireLong(row, 1),
        row.getString(2),
        row.getString(3),
        Columns.getDouble(row, 4),
        row.getString(5));
  }

  /**
   * How the runtime finds this class.
   */
  public static final class Factory implements RepositoryFactory<EventRepository> {
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
      return "2d0a1fc326e3965c82fe4a5636f09cdb03c2eba3bab5bab4b4a416fdbbbdcdb6";
    }

    @Override
    public Class<EventRepository> repository() {
      return EventRepository.class;
    }

    @Override
    public EventRepository create(SqliteDatabase database) {
      return new EventRepositoryImpl(database);
    }
  }
}
