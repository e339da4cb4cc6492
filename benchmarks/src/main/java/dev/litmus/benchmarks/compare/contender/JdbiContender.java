package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Jdbi's core with one handle that stays open, and mappers by hand. */
final class JdbiContender implements Contender {

  private static final RowMapper<Message> MESSAGE = (row, context) -> JdbcContender.message(row);
  private static final RowMapper<Hit> HIT =
      (row, context) -> new Hit(row.getLong(1), row.getString(2));

  private final Handle handle;
  private final Connection connection;

  JdbiContender(Connection connection) {
    this.connection = connection;
    handle = Jdbi.create(connection).open();
  }

  @Override
  public Optional<Message> find(String id) {
    return handle.createQuery(Texts.FIND).bind(0, id).map(MESSAGE).findOne();
  }

  @Override
  public List<Message> ofChat(String chatId) {
    return handle.createQuery(Texts.OF_CHAT).bind(0, chatId).map(MESSAGE).list();
  }

  @Override
  public List<Message> all() {
    return handle.createQuery(Texts.ALL).map(MESSAGE).list();
  }

  @Override
  public void insert(Message message) {
    bind(handle.createUpdate(Texts.INSERT), message).execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Message message) {
    return statement
        .bind(0, message.id())
        .bind(1, message.chatId())
        .bind(2, message.role())
        .bind(3, message.content())
        .bind(4, message.model())
        .bind(5, message.tokenCount())
        .bind(6, message.timestamp())
        .bind(7, message.isLiked());
  }

  @Override
  public void insertEach(List<Message> messages) {
    handle.useTransaction(same -> messages.forEach(this::insert));
  }

  @Override
  public void insertAll(List<Message> messages) {
    handle.useTransaction(same -> {
      for (int from = 0; from < messages.size(); from += CHUNK) {
        batch(messages.subList(from, Math.min(from + CHUNK, messages.size())));
      }
    });
  }

  @Override
  public void insertInChunks(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += CHUNK) {
      List<Message> chunk = messages.subList(from, Math.min(from + CHUNK, messages.size()));
      handle.useTransaction(same -> batch(chunk));
    }
  }

  private void batch(List<Message> messages) {
    try (PreparedBatch batch = handle.prepareBatch(Texts.INSERT)) {
      messages.forEach(message -> bind(batch, message).add());
      batch.execute();
    }
  }

  @Override
  public Part page(String chatId, int limit, int offset) {
    List<Message> rows = handle
        .createQuery(Texts.PAGE)
        .bind(0, chatId)
        .bind(1, limit)
        .bind(2, offset)
        .map(MESSAGE)
        .list();
    long total =
        handle.createQuery(Texts.COUNT).bind(0, chatId).mapTo(long.class).one();
    return new Part(rows, total);
  }

  @Override
  public List<Message> scroll(String chatId, int limit, int pages) {
    List<Message> rows = new ArrayList<>(handle
        .createQuery(Texts.FIRST)
        .bind(0, chatId)
        .bind(1, limit)
        .map(MESSAGE)
        .list());
    for (int page = 1; page < pages; page++) {
      Message last = rows.get(rows.size() - 1);
      rows.addAll(handle
          .createQuery(Texts.NEXT)
          .bind(0, chatId)
          .bind(1, last.timestamp())
          .bind(2, last.id())
          .bind(3, limit)
          .map(MESSAGE)
          .list());
    }
    return rows;
  }

  @Override
  public List<Hit> search(String words) {
    return handle.createQuery(Texts.SEARCH).bind(0, words).map(HIT).list();
  }

  @Override
  public void execute(String sql) {
    handle.execute(sql);
  }

  @Override
  public void checkpoint() {
    JdbcContender.run(connection, Texts.CHECKPOINT);
  }

  @Override
  public void close() {
    handle.close();
    JdbcContender.close(connection);
  }
}
