package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.BenchRepository;
import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.search.SearchQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Litmus: the generated code of {@link BenchRepository}, on a database that is opened as a user opens it. */
final class LitmusContender implements Contender {

  /** The writer and four readers, as by default; the cache is shared out among them. */
  private static final long CACHE_BYTES = 5L * Connections.CACHE_KIB * 1024;

  private final SqliteDatabase database;
  private final BenchRepository messages;

  LitmusContender(Path file) {
    database = SqliteDatabase.open(
        "bench", file, DatabaseSettings.DEFAULT.with(settings -> settings.cacheSize(CACHE_BYTES)));
    messages = database.repository(BenchRepository.class);
  }

  @Override
  public Optional<Message> find(String id) {
    return messages.find(id);
  }

  @Override
  public List<Message> ofChat(String chatId) {
    return messages.ofChat(chatId);
  }

  @Override
  public List<Message> all() {
    return messages.all();
  }

  @Override
  public void insert(Message message) {
    messages.insert(message);
  }

  @Override
  public void insertEach(List<Message> arrived) {
    database.transaction(() -> arrived.forEach(messages::insert));
  }

  @Override
  public void insertAll(List<Message> arrived) {
    messages.insertAll(arrived);
  }

  @Override
  public void insertInChunks(List<Message> arrived) {
    messages.insertInChunks(arrived);
  }

  @Override
  public Part page(String chatId, int limit, int offset) {
    Page<Message> page = messages.page(chatId, new PageRequest(limit, offset));
    return new Part(page.items(), page.total());
  }

  @Override
  public List<Message> scroll(String chatId, int limit, int pages) {
    KeysetPage<Message> page = messages.scroll(chatId, KeysetRequest.first(limit));
    List<Message> rows = new ArrayList<>(page.items());
    for (int next = 1; next < pages; next++) {
      page = messages.scroll(chatId, KeysetRequest.after(page.lastCursor().orElseThrow(), limit));
      rows.addAll(page.items());
    }
    return rows;
  }

  @Override
  public List<Hit> search(String words) {
    return messages.search(SearchQuery.words(words));
  }

  @Override
  public void execute(String sql) {
    database.sql().execute(sql);
  }

  @Override
  public void checkpoint() {
    database.health().checkpoint();
  }

  @Override
  public void close() {
    database.close();
  }
}
