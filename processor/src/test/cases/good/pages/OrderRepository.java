package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import java.util.List;

/** All kinds of orders, and names that generated code would like to have itself. */
@Database("lab")
public interface OrderRepository {

  @Query("SELECT id FROM events ORDER BY weight DESC NULLS LAST, tag, mark DESC, id")
  KeysetPage<Long> mixed(KeysetRequest request);

  @Query("SELECT id FROM events ORDER BY weight DESC NULLS LAST, tag, mark DESC, id")
  List<Long> allMixed();

  @Query("SELECT id FROM events WHERE id IN (:ids) ORDER BY abs(weight - :around), tag COLLATE BINARY DESC, id DESC")
  KeysetPage<Long> around(List<Long> ids, double around, KeysetRequest request);

  @Query("SELECT id FROM events WHERE id IN (:ids) ORDER BY abs(weight - :around), tag COLLATE BINARY DESC, id DESC")
  List<Long> allAround(List<Long> ids, double around);

  @Query("INSERT INTO words (word, event) VALUES (:word, :event)")
  void word(String word, Long event);

  @Query("SELECT word FROM words ORDER BY word")
  KeysetPage<String> words(KeysetRequest request);

  @Query("SELECT w.word, e.tag FROM words w LEFT JOIN events e ON e.id = w.event ORDER BY e.at DESC, w.word DESC")
  KeysetPage<Word> joined(KeysetRequest request);

  record Word(String word, String tag) {}

  @Query("INSERT INTO blobs (key, number) VALUES (:key, :number)")
  void blob(byte[] key, double number);

  @Query("SELECT number FROM blobs ORDER BY key DESC")
  KeysetPage<Double> byKey(KeysetRequest request);

  @Query("SELECT number FROM blobs ORDER BY number")
  KeysetPage<Double> byNumber(KeysetRequest request);

  @Query(
      value = "SELECT tag FROM events WHERE source = :items AND id > :least ORDER BY id",
      countQuery = "SELECT count(*) FROM events WHERE source = :items AND id > :least")
  Page<String> tags(String items, PageRequest statement, long least);

  @Query("SELECT tag, count(*) AS number FROM events GROUP BY tag ORDER BY tag")
  Page<Tag> countTags(PageRequest total);

  record Tag(String tag, long number) {}

  @Query("SELECT count(*) FROM events")
  long countCountTags();

  @Query(value = "SELECT id FROM events ORDER BY id", countQuery = "SELECT 100")
  Page<Long> claimed(PageRequest page);
}
