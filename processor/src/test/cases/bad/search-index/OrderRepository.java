package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

// expect migration/search-content CREATE VIRTUAL TABLE by_note USING fts5(note, content='orders', content_rowid='id');
// expect migration/search-rowid CREATE VIRTUAL TABLE customers_fts USING fts5(name, content='customers');
// expect migration/search-not-filled CREATE VIRTUAL TABLE customers_fts USING fts5(name, content='customers');
// expect migration/search-triggers CREATE VIRTUAL TABLE customers_fts USING fts5(name, content='customers');
@Database("shop")
public interface OrderRepository {

  @Query("SELECT id FROM orders")
  List<Long> all();
}
