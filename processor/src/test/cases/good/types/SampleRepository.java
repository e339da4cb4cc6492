package app;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Database("lab")
public interface SampleRepository {

  @Query("INSERT INTO samples VALUES (:id, :anInt, :aLong, :aDouble, :aBoolean, :text, :bytes, :takenAt)")
  void insert(
      long id,
      int anInt,
      long aLong,
      double aDouble,
      boolean aBoolean,
      String text,
      byte[] bytes,
      Instant takenAt);

  @Query("""
      INSERT INTO samples
      VALUES (:s.id, :s.anInt, :s.aLong, :s.aDouble, :s.aBoolean, :s.text, :s.bytes, :s.takenAt)""")
  void insert(Sample s);

  @Query("""
      INSERT INTO samples
      VALUES (
        :entry.id,
        :entry.values.measure.anInt,
        :entry.values.measure.aLong,
        :entry.values.measure.aDouble,
        :entry.values.measure.aBoolean,
        :entry.values.extra.text,
        :entry.values.extra.bytes,
        :entry.values.extra.takenAt)""")
  void insert(Entry entry);

  @Query("SELECT * FROM samples WHERE id = :id")
  Sample find(long id);

  @Query("""
      SELECT an_int AS "an_int!", a_long AS "a_long!", a_double AS "a_double!", a_boolean AS "a_boolean!"
      FROM samples WHERE id = :id
      """)
  Measure measure(long id);

  @Query("SELECT an_int AS \"an_int!\" FROM samples WHERE id = :id")
  int anInt(long id);

  @Query("SELECT a_long AS \"a_long!\" FROM samples WHERE id = :id")
  long aLong(long id);

  @Query("SELECT a_double AS \"a_double!\" FROM samples WHERE id = :id")
  double aDouble(long id);

  @Query("SELECT a_boolean AS \"a_boolean!\" FROM samples WHERE id = :id")
  boolean aBoolean(long id);

  @Query("SELECT an_int FROM samples ORDER BY id")
  List<Integer> ints();

  @Query("SELECT a_long FROM samples ORDER BY id")
  List<Long> longs();

  @Query("SELECT a_double FROM samples ORDER BY id")
  List<Double> doubles();

  @Query("SELECT a_boolean FROM samples ORDER BY id")
  List<Boolean> booleans();

  @Query("SELECT text FROM samples ORDER BY id")
  List<String> texts();

  @Query("SELECT bytes FROM samples WHERE id = :id")
  byte[] bytes(long id);

  @Query("SELECT taken_at FROM samples WHERE id = :id")
  Optional<Instant> takenAt(long id);

  @AtMostOne("there are two in all")
  @Query("SELECT id FROM samples WHERE taken_at = :takenAt AND bytes = :bytes AND a_boolean = :aBoolean")
  Optional<Long> find(Instant takenAt, byte[] bytes, Boolean aBoolean);

  @Query("SELECT count(*) FROM samples WHERE an_int IS :anInt AND a_long IS :aLong AND a_double IS :aDouble")
  int count(Integer anInt, Long aLong, Double aDouble);
}
