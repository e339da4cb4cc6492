package dev.litmus.runtime;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.Migration;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.migration.MigrationCallback;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Code that runs inside of migrations, by schema and version. Immutable. */
record MigrationCallbacks(Map<String, Map<Long, MigrationCallback>> bySchema) {

  static final MigrationCallbacks NONE = new MigrationCallbacks(Map.of());

  MigrationCallbacks with(String schema, long version, MigrationCallback callback) {
    Map<Long, MigrationCallback> own = new TreeMap<>(bySchema.getOrDefault(schema, Map.of()));
    if (own.putIfAbsent(version, callback) != null) {
      throw new IllegalArgumentException(
          "version " + version + " of `" + schema + "` has a callback already");
    }
    Map<String, Map<Long, MigrationCallback>> all = new TreeMap<>(bySchema);
    all.put(schema, own);
    return new MigrationCallbacks(all);
  }

  /** Those of a schema; refuses one that would never be called. */
  Map<Long, MigrationCallback> of(MigrationChain chain) {
    Map<Long, MigrationCallback> own = bySchema.getOrDefault(chain.schema(), Map.of());
    Set<Long> known =
        chain.migrations().stream().map(Migration::version).collect(Collectors.toSet());
    for (long version : own.keySet()) {
      if (!known.contains(version)) {
        throw new MigrationException(
            chain.schema(),
            "there is a callback after version " + version + ", which the code does not have",
            "Correct the version, or delete the callback with its migration",
            null);
      }
    }
    return own;
  }
}
