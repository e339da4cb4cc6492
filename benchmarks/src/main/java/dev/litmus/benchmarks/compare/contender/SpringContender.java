package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spring's JdbcClient on a SingleConnectionDataSource, with mappers by hand or Spring's own for records. Batches are
 * JdbcTemplate's, since JdbcClient has none.
 */
final class SpringContender implements Contender {

  private final SingleConnectionDataSource source;
  private final JdbcClient client;
  private final JdbcTemplate template;
  private final TransactionTemplate transactions;
  private final boolean byHand;

  SpringContender(Connection connection, boolean byHand) {
    source = new SingleConnectionDataSource(connection, true);
    template = new JdbcTemplate(source);
    client = JdbcClient.create(template);
    transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    this.byHand = byHand;
  }

  private static final RowMapper<Message> MESSAGE = (row, number) -> JdbcContender.message(row);
  private static final RowMapper<Hit> HIT =
      (row, number) -> new Hit(row.getLong(1), row.getString(2));

  private JdbcClient.MappedQuerySpec<Message> messages(StatementSpec statement) {
    return byHand ? statement.query(MESSAGE) : statement.query(Message.class);
  }

  @Override
  public Optional<Message> find(String id) {
    return messages(client.sql(Texts.FIND).param(id)).optional();
  }

  @Override
  public List<Message> ofChat(String chatId) {
    return messages(client.sql(Texts.OF_CHAT).param(chatId)).list();
  }

  @Override
  public List<Message> all() {
    return messages(client.sql(Texts.ALL)).list();
  }

  @Override
  public void insert(Message message) {
    client
        .sql(Texts.INSERT)
        .param(message.id())
        .param(message.chatId())
        .param(message.role())
        .param(message.content())
        .param(message.model())
        .param(message.tokenCount())
        .param(message.timestamp())
        .param(message.isLiked())
        .update();
  }

  @Override
  public void insertEach(List<Message> messages) {
    transactions.executeWithoutResult(status -> messages.forEach(this::insert));
  }

  @Override
  public void insertAll(List<Message> messages) {
    transactions.executeWithoutResult(status -> batch(messages));
  }

  @Override
  public void insertInChunks(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += CHUNK) {
      List<Message> chunk = messages.subList(from, Math.min(from + CHUNK, messages.size()));
      transactions.executeWithoutResult(status -> batch(chunk));
    }
  }

  private void batch(List<Message> messages) {
    template.batchUpdate(Texts.INSERT, messages, CHUNK, JdbcContender::bind);
  }

  @Override
  public Part page(String chatId, int limit, int offset) {
    List<Message> rows = messages(
            client.sql(Texts.PAGE).param(chatId).param(limit).param(offset))
        .list();
    long total = client.sql(Texts.COUNT).param(chatId).query(Long.class).single();
    return new Part(rows, total);
  }

  @Override
  public List<Message> scroll(String chatId, int limit, int pages) {
    List<Message> rows = new ArrayList<>(
        messages(client.sql(Texts.FIRST).param(chatId).param(limit)).list());
    for (int page = 1; page < pages; page++) {
      Message last = rows.get(rows.size() - 1);
      rows.addAll(messages(client
              .sql(Texts.NEXT)
              .param(chatId)
              .param(last.timestamp())
              .param(last.id())
              .param(limit))
          .list());
    }
    return rows;
  }

  @Override
  public List<Hit> search(String words) {
    StatementSpec search = client.sql(Texts.SEARCH).param(words);
    return byHand ? search.query(HIT).list() : search.query(Hit.class).list();
  }

  @Override
  public void execute(String sql) {
    template.execute(sql);
  }

  @Override
  public void checkpoint() {
    template.execute(Texts.CHECKPOINT);
  }

  @Override
  public void close() {
    source.destroy();
  }
}
