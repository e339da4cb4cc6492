package dev.litmus.benchmarks.compare.contender;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Record8;
import org.jooq.Records;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ with typed fields and without generated code. Queries are made once and keep their prepared statements. */
final class JooqContender implements Contender {

  private static final Table<?> MESSAGES = table(name("messages"));
  private static final Field<String> ID = field(name("id"), SQLDataType.VARCHAR);
  private static final Field<String> CHAT_ID = field(name("chat_id"), SQLDataType.VARCHAR);
  private static final Field<String> ROLE = field(name("role"), SQLDataType.VARCHAR);
  private static final Field<String> CONTENT = field(name("content"), SQLDataType.VARCHAR);
  private static final Field<String> MODEL = field(name("model"), SQLDataType.VARCHAR);
  private static final Field<Integer> TOKEN_COUNT = field(name("token_count"), SQLDataType.INTEGER);
  private static final Field<String> TIMESTAMP = field(name("timestamp"), SQLDataType.VARCHAR);
  private static final Field<Boolean> IS_LIKED = field(name("is_liked"), SQLDataType.BOOLEAN);

  private static final Field<String> SOUGHT_ID = param("id", SQLDataType.VARCHAR);
  private static final Field<String> SOUGHT_CHAT = param("chat", SQLDataType.VARCHAR);
  private static final Field<String> LAST_TIMESTAMP = param("last_timestamp", SQLDataType.VARCHAR);
  private static final Field<String> LAST_ID = param("last_id", SQLDataType.VARCHAR);
  private static final Field<Integer> LIMIT = param("limit", SQLDataType.INTEGER);
  private static final Field<Integer> OFFSET = param("offset", SQLDataType.INTEGER);

  private final Connection connection;
  private final DSLContext context;
  private final Messages find;
  private final Messages ofChat;
  private final Messages all;
  private final Messages page;
  private final Messages first;
  private final Messages next;
  private final ResultQuery<Record1<Integer>> count;
  private final ResultQuery<Record2<Long, String>> search;
  private final Query insert;

  JooqContender(Connection connection) {
    this.connection = connection;
    context = DSL.using(connection, SQLDialect.SQLITE, new Settings().withExecuteLogging(false));
    find = new Messages(select().where(ID.eq(SOUGHT_ID)));
    ofChat = new Messages(select().where(CHAT_ID.eq(SOUGHT_CHAT)).orderBy(TIMESTAMP));
    all = new Messages(select());
    page = new Messages(select()
        .where(CHAT_ID.eq(SOUGHT_CHAT))
        .orderBy(TIMESTAMP, ID)
        .limit(LIMIT)
        .offset(OFFSET));
    first = new Messages(
        select().where(CHAT_ID.eq(SOUGHT_CHAT)).orderBy(TIMESTAMP, ID).limit(LIMIT));
    next = new Messages(select()
        .where(CHAT_ID.eq(SOUGHT_CHAT))
        .and(row(TIMESTAMP, ID).gt(row(LAST_TIMESTAMP, LAST_ID)))
        .orderBy(TIMESTAMP, ID)
        .limit(LIMIT));
    count =
        context.select(count()).from(MESSAGES).where(CHAT_ID.eq(SOUGHT_CHAT)).keepStatement(true);
    // Plain SQL: jOOQ has no words for FTS5.
    search = context
        .resultQuery(Texts.SEARCH, param("words", SQLDataType.VARCHAR))
        .coerce(field(name("id"), SQLDataType.BIGINT), field(name("text"), SQLDataType.VARCHAR))
        .keepStatement(true);
    insert = context
        .insertInto(MESSAGES, ID, CHAT_ID, ROLE, CONTENT, MODEL, TOKEN_COUNT, TIMESTAMP, IS_LIKED)
        .values((String) null, null, null, null, null, null, null, null)
        .keepStatement(true);
  }

  private SelectWhereStep<Record8<String, String, String, String, String, Integer, String, Boolean>>
      select() {
    return context
        .select(ID, CHAT_ID, ROLE, CONTENT, MODEL, TOKEN_COUNT, TIMESTAMP, IS_LIKED)
        .from(MESSAGES);
  }

  /** A query for messages, made once. */
  private static final class Messages {

    private final ResultQuery<
            Record8<String, String, String, String, String, Integer, String, Boolean>>
        query;

    Messages(
        ResultQuery<Record8<String, String, String, String, String, Integer, String, Boolean>>
            query) {
      this.query = query.keepStatement(true);
    }

    Messages with(String parameter, Object value) {
      query.bind(parameter, value);
      return this;
    }

    Optional<Message> one() {
      return query.fetchOptional(Records.mapping(Message::new));
    }

    List<Message> list() {
      return query.fetch(Records.mapping(Message::new));
    }
  }

  @Override
  public Optional<Message> find(String id) {
    return find.with("id", id).one();
  }

  @Override
  public List<Message> ofChat(String chatId) {
    return ofChat.with("chat", chatId).list();
  }

  @Override
  public List<Message> all() {
    return all.list();
  }

  @Override
  public void insert(Message message) {
    insert
        .bind(1, message.id())
        .bind(2, message.chatId())
        .bind(3, message.role())
        .bind(4, message.content())
        .bind(5, message.model())
        .bind(6, message.tokenCount())
        .bind(7, message.timestamp())
        .bind(8, message.isLiked())
        .execute();
  }

  @Override
  public void insertEach(List<Message> messages) {
    context.transaction(same -> messages.forEach(this::insert));
  }

  @Override
  public void insertAll(List<Message> messages) {
    context.transaction(same -> {
      for (int from = 0; from < messages.size(); from += CHUNK) {
        batch(messages.subList(from, Math.min(from + CHUNK, messages.size())));
      }
    });
  }

  @Override
  public void insertInChunks(List<Message> messages) {
    for (int from = 0; from < messages.size(); from += CHUNK) {
      List<Message> chunk = messages.subList(from, Math.min(from + CHUNK, messages.size()));
      context.transaction(same -> batch(chunk));
    }
  }

  private void batch(List<Message> messages) {
    BatchBindStep batch = context.batch(insert);
    for (Message message : messages) {
      batch = batch.bind(
          message.id(),
          message.chatId(),
          message.role(),
          message.content(),
          message.model(),
          message.tokenCount(),
          message.timestamp(),
          message.isLiked());
    }
    batch.execute();
  }

  @Override
  public Part page(String chatId, int limit, int offset) {
    List<Message> rows =
        page.with("chat", chatId).with("limit", limit).with("offset", offset).list();
    long total = count.bind("chat", chatId).fetchSingle().value1();
    return new Part(rows, total);
  }

  @Override
  public List<Message> scroll(String chatId, int limit, int pages) {
    List<Message> rows =
        new ArrayList<>(first.with("chat", chatId).with("limit", limit).list());
    for (int following = 1; following < pages; following++) {
      Message last = rows.get(rows.size() - 1);
      rows.addAll(next.with("chat", chatId)
          .with("last_timestamp", last.timestamp())
          .with("last_id", last.id())
          .with("limit", limit)
          .list());
    }
    return rows;
  }

  @Override
  public List<Hit> search(String words) {
    return search.bind(1, words).fetch(Records.mapping(Hit::new));
  }

  @Override
  public void execute(String sql) {
    context.execute(sql);
  }

  @Override
  public void checkpoint() {
    JdbcContender.run(connection, Texts.CHECKPOINT);
  }

  @Override
  public void close() {
    JdbcContender.close(connection);
  }
}
