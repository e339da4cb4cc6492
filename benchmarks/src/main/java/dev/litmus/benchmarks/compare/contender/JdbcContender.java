package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JDBC by hand on one connection, by column numbers. Statements are prepared once and kept, or prepared for each call.
 *
 * <p>A batch goes to the driver in parts: its array for a batch keeps the size of the largest one, and each later one is slower
 * for it.
 */
final class JdbcContender implements Contender {

  private final Connection connection;
  private final boolean keeps;
  private final Map<String, PreparedStatement> kept = new HashMap<>();

  JdbcContender(Connection connection, boolean keeps) {
    this.connection = connection;
    this.keeps = keeps;
  }

  /** Something that JDBC may refuse. */
  private interface Work<R> {
    R run() throws SQLException;
  }

  private static <R> R unchecked(Work<R> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new Unchecked(e);
    }
  }

  private PreparedStatement statement(String sql) throws SQLException {
    if (!keeps) {
      return connection.prepareStatement(sql);
    }
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      kept.put(sql, statement);
    }
    return statement;
  }

  private void done(PreparedStatement statement) throws SQLException {
    if (!keeps) {
      statement.close();
    }
  }

  @Override
  public Optional<Message> find(String id) {
    return unchecked(() -> {
      PreparedStatement statement = statement(Texts.FIND);
      statement.setString(1, id);
      Optional<Message> found;
      try (ResultSet row = statement.executeQuery()) {
        found = row.next() ? Optional.of(message(row)) : Optional.empty();
      }
      done(statement);
      return found;
    });
  }

  @Override
  public List<Message> ofChat(String chatId) {
    return unchecked(() -> {
      PreparedStatement statement = statement(Texts.OF_CHAT);
      statement.setString(1, chatId);
      return messages(statement);
    });
  }

  @Override
  public List<Message> all() {
    return unchecked(() -> messages(statement(Texts.ALL)));
  }

  private List<Message> messages(PreparedStatement statement) throws SQLException {
    List<Message> messages = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        messages.add(message(row));
      }
    }
    done(statement);
    return messages;
  }

  static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        row.getString(7),
        row.getBoolean(8));
  }

  @Override
  public void insert(Message message) {
    unchecked(() -> {
      PreparedStatement statement = statement(Texts.INSERT);
      bind(statement, message);
      int changed = statement.executeUpdate();
      done(statement);
      return changed;
    });
  }

  @Override
  public void insertEach(List<Message> messages) {
    inTransaction(() -> messages.forEach(this::insert));
  }

  @Override
  public void insertAll(List<Message> messages) {
    inTransaction(() -> {
      for (int from = 0; from < messages.size(); from += CHUNK) {
        batch(messages.subList(from, Math.min(from + CHUNK, messages.size())));
      }
    });
  }

  @Override
  public void insertInChunks(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += CHUNK) {
      List<Message> chunk = messages.subList(from, Math.min(from + CHUNK, messages.size()));
      inTransaction(() -> batch(chunk));
    }
  }

  private void batch(List<Message> messages) {
    unchecked(() -> {
      PreparedStatement statement = statement(Texts.INSERT);
      for (Message message : messages) {
        bind(statement, message);
        statement.addBatch();
      }
      int[] changed = statement.executeBatch();
      done(statement);
      return changed;
    });
  }

  private void inTransaction(Runnable work) {
    unchecked(() -> {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
      return true;
    });
  }

  static void bind(PreparedStatement statement, Message message) throws SQLException {
    statement.setString(1, message.id());
    statement.setString(2, message.chatId());
    statement.setString(3, message.role());
    statement.setString(4, message.content());
    statement.setString(5, message.model());
    statement.setInt(6, message.tokenCount());
    statement.setString(7, message.timestamp());
    statement.setBoolean(8, message.isLiked());
  }

  @Override
  public Part page(String chatId, int limit, int offset) {
    return unchecked(() -> {
      PreparedStatement page = statement(Texts.PAGE);
      page.setString(1, chatId);
      page.setInt(2, limit);
      page.setInt(3, offset);
      List<Message> rows = messages(page);
      PreparedStatement count = statement(Texts.COUNT);
      count.setString(1, chatId);
      long total;
      try (ResultSet row = count.executeQuery()) {
        row.next();
        total = row.getLong(1);
      }
      done(count);
      return new Part(rows, total);
    });
  }

  @Override
  public List<Message> scroll(String chatId, int limit, int pages) {
    return unchecked(() -> {
      List<Message> messages = new ArrayList<>();
      @Nullable Message last = null;
      for (int page = 0; page < pages; page++) {
        List<Message> rows = after(chatId, last, limit);
        messages.addAll(rows);
        last = rows.get(rows.size() - 1);
      }
      return messages;
    });
  }

  private List<Message> after(String chatId, @Nullable Message last, int limit)
      throws SQLException {
    PreparedStatement statement = statement(last == null ? Texts.FIRST : Texts.NEXT);
    statement.setString(1, chatId);
    if (last == null) {
      statement.setInt(2, limit);
    } else {
      statement.setString(2, last.timestamp());
      statement.setString(3, last.id());
      statement.setInt(4, limit);
    }
    return messages(statement);
  }

  @Override
  public List<Hit> search(String words) {
    return unchecked(() -> {
      PreparedStatement statement = statement(Texts.SEARCH);
      statement.setString(1, words);
      List<Hit> hits = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          hits.add(new Hit(row.getLong(1), row.getString(2)));
        }
      }
      done(statement);
      return hits;
    });
  }

  @Override
  public void execute(String sql) {
    run(connection, sql);
  }

  @Override
  public void checkpoint() {
    run(connection, Texts.CHECKPOINT);
  }

  static void run(Connection connection, String sql) {
    unchecked(() -> {
      try (Statement statement = connection.createStatement()) {
        return statement.execute(sql);
      }
    });
  }

  @Override
  public void close() {
    close(connection);
  }

  static void close(Connection connection) {
    unchecked(() -> {
      connection.close();
      return true;
    });
  }
}
