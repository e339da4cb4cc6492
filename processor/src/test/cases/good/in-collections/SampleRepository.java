package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

@Database("lab")
public interface SampleRepository extends Finds<Double> {

  @Query("INSERT INTO samples VALUES (:id, :name, :weight, :isDone, :takenAt, :weight)")
  void insert(long id, String name, Double weight, boolean isDone, Instant takenAt);

  @Query("SELECT id FROM samples WHERE id IN (:ids) ORDER BY id")
  List<Long> in(Collection<Long> ids);

  @Query("SELECT count(*) FROM samples WHERE id NOT IN ( /* none */ :ids )")
  int countNotIn(Collection<Long> ids);

  @Query("SELECT id FROM samples WHERE name in(:names) ORDER BY id")
  List<Long> named(List<String> names);

  @Query("SELECT id FROM samples WHERE weight IN (:weights) ORDER BY id")
  List<Long> weighing(Set<Double> weights);

  @Query("SELECT count(*) FROM samples WHERE is_done IN (:states)")
  int countInStates(Set<Boolean> states);

  @Query("SELECT id FROM samples AS s WHERE s.taken_at IN (:times) ORDER BY id")
  List<Long> takenAt(List<Instant> times);

  @Query("""
      SELECT id FROM samples
      WHERE id > :least AND (id IN (:ids) OR id + 1 IN ($ids)) AND weight < :most
      ORDER BY id""")
  List<Long> inOrBefore(Set<Integer> ids, long least, double most);

  @Query("""
      SELECT id FROM samples
      WHERE id IN (:filter.ids) OR name IN (:filter.names.wanted)
      ORDER BY id""")
  List<Long> matching(SampleFilter filter);

  @Query("UPDATE samples SET is_done = :isDone WHERE id IN (:ids)")
  int markAll(boolean isDone, Collection<Long> ids);

  @Query("DELETE FROM samples WHERE id IN (SELECT id FROM samples WHERE name IN (:names)) RETURNING id")
  List<Long> deleteNamed(Collection<String> names);

  @Query("UPDATE samples SET is_done = 0 WHERE id NOT IN (:kept) RETURNING name IN (:names)")
  List<Boolean> reset(Set<Integer> kept, Set<String> names);

  @Query("SELECT :id IN (:ids)")
  boolean contains(long id, List<Long> ids);
}
