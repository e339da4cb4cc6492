package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/**
 * MyBatis with one session that reuses its prepared statements, and one for batches, on the same connection. Without its cache
 * of results, which would answer instead of the database.
 */
final class MyBatisContender implements Contender {

  private final Connection connection;
  private final SqlSession session;
  private final SqlSession batches;
  private final MyBatisMapper mapper;
  private final MyBatisMapper batchMapper;

  MyBatisContender(Connection connection) {
    this.connection = connection;
    Configuration configuration = new Configuration();
    // Never asked for a connection: the sessions are given one.
    configuration.setEnvironment(
        new Environment("bench", new JdbcTransactionFactory(), new UnpooledDataSource()));
    configuration.setLogImpl(NoLoggingImpl.class);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.addMapper(MyBatisMapper.class);
    SqlSessionFactory sessions = new SqlSessionFactoryBuilder().build(configuration);
    session = sessions.openSession(ExecutorType.REUSE, connection);
    batches = sessions.openSession(ExecutorType.BATCH, connection);
    mapper = session.getMapper(MyBatisMapper.class);
    batchMapper = batches.getMapper(MyBatisMapper.class);
  }

  @Override
  public Optional<Message> find(String id) {
    return Optional.ofNullable(mapper.find(id));
  }

  @Override
  public List<Message> ofChat(String chatId) {
    return mapper.ofChat(chatId);
  }

  @Override
  public List<Message> all() {
    return mapper.all();
  }

  @Override
  public void insert(Message message) {
    mapper.insert(message);
  }

  @Override
  public void insertEach(List<Message> messages) {
    inTransaction(() -> messages.forEach(mapper::insert));
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
    messages.forEach(batchMapper::insert);
    batches.flushStatements();
  }

  private void inTransaction(Runnable work) {
    try {
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
    } catch (SQLException e) {
      throw new Unchecked(e);
    }
  }

  @Override
  public Part page(String chatId, int limit, int offset) {
    return new Part(mapper.page(chatId, limit, offset), mapper.count(chatId));
  }

  @Override
  public List<Message> scroll(String chatId, int limit, int pages) {
    List<Message> rows = new ArrayList<>(mapper.first(chatId, limit));
    for (int page = 1; page < pages; page++) {
      rows.addAll(mapper.next(chatId, rows.get(rows.size() - 1), limit));
    }
    return rows;
  }

  @Override
  public List<Hit> search(String words) {
    return mapper.search(words);
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
    batches.close();
    session.close();
    JdbcContender.close(connection);
  }
}
