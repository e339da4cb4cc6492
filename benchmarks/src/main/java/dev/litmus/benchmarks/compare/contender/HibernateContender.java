package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate with one stateless session, which keeps no copies of what it has read, and batches. A row is an entity; it becomes
 * a record when the clock has stopped.
 */
final class HibernateContender implements Contender {

  private static final String OF_CHAT =
      "from MessageEntity where chatId = :chat order by timestamp";
  private static final String ALL = "from MessageEntity";
  private static final String PAGE =
      "from MessageEntity where chatId = :chat order by timestamp, id";
  private static final String NEXT = """
      from MessageEntity where chatId = :chat and (timestamp, id) > (:timestamp, :id)
      order by timestamp, id""";
  private static final String COUNT = "select count(*) from MessageEntity where chatId = :chat";

  private final Connection connection;
  private final SessionFactory sessions;
  private final StatelessSession session;

  HibernateContender(Connection connection) {
    this.connection = connection;
    sessions = new Configuration()
        .setProperty("hibernate.dialect", SQLiteDialect.class.getName())
        .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false")
        .setProperty("hibernate.jdbc.batch_size", Integer.toString(CHUNK))
        .addAnnotatedClass(MessageEntity.class)
        .buildSessionFactory();
    session = sessions.openStatelessSession(connection);
  }

  @Override
  public Message message(@Nullable Object row) {
    return ((MessageEntity) Objects.requireNonNull(row)).toMessage();
  }

  @Override
  public Optional<MessageEntity> find(String id) {
    return Optional.ofNullable(session.get(MessageEntity.class, id));
  }

  @Override
  public List<MessageEntity> ofChat(String chatId) {
    return query(OF_CHAT).setParameter("chat", chatId).getResultList();
  }

  @Override
  public List<MessageEntity> all() {
    return query(ALL).getResultList();
  }

  private SelectionQuery<MessageEntity> query(String hql) {
    return session.createSelectionQuery(hql, MessageEntity.class);
  }

  @Override
  public void insert(Message message) {
    inTransaction(() -> session.insert(new MessageEntity(message)));
  }

  @Override
  public void insertEach(List<Message> messages) {
    inTransaction(() -> messages.forEach(message -> session.insert(new MessageEntity(message))));
  }

  @Override
  public void insertAll(List<Message> messages) {
    inTransaction(() -> batch(messages));
  }

  @Override
  public void insertInChunks(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += CHUNK) {
      List<Message> chunk = messages.subList(from, Math.min(from + CHUNK, messages.size()));
      inTransaction(() -> batch(chunk));
    }
  }

  private void batch(List<Message> messages) {
    session.insertMultiple(messages.stream().map(MessageEntity::new).toList());
  }

  private void inTransaction(Runnable work) {
    Transaction transaction = session.beginTransaction();
    try {
      work.run();
      transaction.commit();
    } catch (RuntimeException e) {
      transaction.rollback();
      throw e;
    }
  }

  @Override
  public Part page(String chatId, int limit, int offset) {
    List<MessageEntity> rows = query(PAGE)
        .setParameter("chat", chatId)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultList();
    long total = session
        .createSelectionQuery(COUNT, Long.class)
        .setParameter("chat", chatId)
        .getSingleResult();
    return new Part(rows, total);
  }

  @Override
  public List<MessageEntity> scroll(String chatId, int limit, int pages) {
    List<MessageEntity> rows = new ArrayList<>(
        query(PAGE).setParameter("chat", chatId).setMaxResults(limit).getResultList());
    for (int page = 1; page < pages; page++) {
      MessageEntity last = rows.get(rows.size() - 1);
      rows.addAll(query(NEXT)
          .setParameter("chat", chatId)
          .setParameter("timestamp", last.timestamp())
          .setParameter("id", last.id())
          .setMaxResults(limit)
          .getResultList());
    }
    return rows;
  }

  @Override
  public List<Hit> search(String words) {
    return session
        .createNativeQuery(Texts.SEARCH, Object[].class)
        .setParameter(1, words)
        .setTupleTransformer(
            (row, names) -> new Hit(((Number) row[0]).longValue(), (String) row[1]))
        .getResultList();
  }

  @Override
  public void execute(String sql) {
    JdbcContender.run(connection, sql);
  }

  @Override
  public void checkpoint() {
    JdbcContender.run(connection, Texts.CHECKPOINT);
  }

  @Override
  public void close() {
    session.close();
    sessions.close();
    JdbcContender.close(connection);
  }
}
