package dev.litmus.examples.app;

import dev.litmus.annotations.Allow;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The settings. Values are JSON and so have a type: one that is asked for as another is a
 * {@link dev.litmus.runtime.error.ValueException}.
 */
@Database("app")
public interface SettingRepository {

  @Query("SELECT value ->> '$' FROM settings WHERE key = :key")
  Optional<String> text(String key);

  @Query("SELECT value ->> '$' FROM settings WHERE key = :key")
  OptionalLong number(String key);

  @Query("SELECT value ->> '$' FROM settings WHERE key = :key")
  Optional<Boolean> flag(String key);

  /** Sets a text; false when it was that already. */
  @Query("""
      INSERT INTO settings (key, value, updated_at)
      VALUES (:key, json_quote(:value), :now)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
      WHERE value <> excluded.value""")
  boolean put(String key, String value, Instant now);

  /** Sets a number; false when it was that already. */
  @Query("""
      INSERT INTO settings (key, value, updated_at)
      VALUES (:key, json_quote(:value), :now)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
      WHERE value <> excluded.value""")
  boolean put(String key, long value, Instant now);

  /** Sets true or false; false when it was that already. */
  @Query("""
      INSERT INTO settings (key, value, updated_at)
      VALUES (:key, iif(:value, 'true', 'false'), :now)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
      WHERE value <> excluded.value""")
  boolean put(String key, boolean value, Instant now);

  /**
   * Adds one to a whole number that begins with 1; returns what it is now.
   *
   * @throws dev.litmus.runtime.error.NoRowException when the setting is something else, or as large as a long can be
   */
  @Allow(value = "write/possible-null", reason = "a number is there: WHERE says so")
  @Query("""
      INSERT INTO settings (key, value, updated_at)
      VALUES (:key, '1', :now)
      ON CONFLICT (key) DO UPDATE SET value = (value ->> '$') + 1, updated_at = excluded.updated_at
      WHERE json_type(value) = 'integer' AND typeof((value ->> '$') + 1) = 'integer'
      RETURNING value ->> '$' AS "value!"
      """)
  long count(String key, Instant now);

  /** All settings, by their keys. */
  @Query("SELECT key, value, updated_at FROM settings ORDER BY key")
  @Key("key")
  Map<String, Setting> all();

  @Query("DELETE FROM settings WHERE key = :key")
  boolean remove(String key);
}
