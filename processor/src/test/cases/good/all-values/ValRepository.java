package app;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Convert;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.UuidBytes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collector;

@Database("lab")
public interface ValRepository {

  @Query("""
      INSERT INTO vals VALUES (
        :v.id, :v.aByte, :v.aShort, :v.aFloat, :v.boxedByte, :v.boxedShort, :v.boxedFloat,
        :v.bigInteger, :v.decimal, :v.uuid, :v.key, :v.date, :v.dateTime, :v.time, :v.duration,
        :v.uri, :v.path, :v.level, :v.priority, :v.state, :v.tags, :v.weight,
        :v.maybeText, :v.maybeLevel, :v.maybeTags, :v.maybeInt, :v.maybeLong, :v.maybeDouble)
      """)
  void insert(Val v);

  @Query("SELECT * FROM vals WHERE id = :id")
  Val get(long id);

  @Query("SELECT typeof(key) || ' ' || length(key) || ' ' || priority || ' ' || state || ' ' || tags"
      + " || ' ' || weight || ' ' || level || ' ' || duration FROM vals WHERE id = $id")
  String stored(long id);

  @Query("SELECT key FROM vals WHERE id = @id")
  @Convert(UuidBytes.class)
  Optional<UUID> key(long id);

  @AtMostOne("there are two in all")
  @Query("SELECT id FROM vals WHERE key = :key")
  Optional<Long> byKey(@Convert(UuidBytes.class) UUID key);

  @Query("SELECT tags FROM vals ORDER BY id")
  List<Tags> tags();

  @Query("SELECT id FROM vals WHERE tags IN (:tags) ORDER BY id")
  List<Long> withTags(Collection<Tags> tags);

  @Query("SELECT id FROM vals WHERE state IN (:states) ORDER BY id")
  List<Long> inStates(Set<State> states);

  @Query("SELECT id FROM vals WHERE level IN (:levels) AND date IN (:dates) ORDER BY id")
  List<Long> of(List<Level> levels, List<LocalDate> dates);

  @Query("SELECT id FROM vals WHERE :text IS NULL OR maybe_text = :text ORDER BY id")
  List<Long> withText(Optional<String> text);

  @Query("SELECT maybe_int FROM vals WHERE id = :id")
  OptionalInt maybeInt(long id);

  @Query("UPDATE vals SET tags = '', level = 'low' WHERE id = :id")
  void spoil(long id);

  @Query("SELECT level FROM vals WHERE id = :id")
  Level level(long id);

  @Query("SELECT key FROM vals WHERE key IS NOT NULL")
  @Convert(UuidBytes.class)
  void keys(Consumer<UUID> receiver);

  @Query("SELECT key FROM vals WHERE key IS NOT NULL")
  @Convert(UuidBytes.class)
  Long countKeys(Collector<UUID, ?, Long> receiver);

  @Query("SELECT id FROM vals WHERE level IN (:levels)")
  List<Long> ofAny(Collection<? extends Level> levels);
}
