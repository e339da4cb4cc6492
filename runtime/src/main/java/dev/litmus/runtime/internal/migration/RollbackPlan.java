package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.migration.MigrationHistory.Entry;
import dev.litmus.runtime.migration.MigrationTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which migrations are undone to get back to a target, the newest first; refuses the whole way when a part of it is closed. */
final class RollbackPlan {

  private final MigrationContext context;
  private final SortedMap<Long, Entry> applied;
  private final HistoryCheck check;

  private RollbackPlan(MigrationContext context, MigrationHistory history) {
    this.context = context;
    this.applied = history.applied();
    this.check = new HistoryCheck(context.chain(), history);
  }

  static List<Migration> of(
      MigrationContext context, MigrationHistory history, MigrationTarget target) {
    RollbackPlan plan = new RollbackPlan(context, history);
    plan.check.ownTable();
    List<Migration> undone = new ArrayList<>();
    for (Entry entry : plan.entries(target)) {
      undone.add(plan.undoable(entry));
    }
    return undone;
  }

  private Collection<Entry> entries(MigrationTarget target) {
    TreeMap<Long, Entry> newestFirst = new TreeMap<>(Comparator.reverseOrder());
    newestFirst.putAll(applied);
    if (target instanceof MigrationTarget.Nothing) {
      return newestFirst.values();
    }
    if (target instanceof MigrationTarget.StepsBack back) {
      if (back.steps() > applied.size()) {
        throw context.refusal(
            "it cannot go " + back.steps() + " steps back: "
                + (applied.isEmpty() ? "no migration is" : "only " + applied.size() + " are")
                + " applied",
            "Go back to version 0 to undo all");
      }
      return List.copyOf(newestFirst.values()).subList(0, back.steps());
    }
    if (target instanceof MigrationTarget.Version wanted) {
      if (wanted.version() != 0 && !applied.containsKey(wanted.version())) {
        throw context.refusal(
            "it cannot go back to version " + wanted.version() + ", which is not applied; "
                + (applied.isEmpty() ? "none is" : "applied are " + versions()),
            "Choose one of those, or 0 to undo all");
      }
      return newestFirst.headMap(wanted.version()).values();
    }
    throw new IllegalArgumentException("a rollback to " + target);
  }

  private String versions() {
    return applied.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private Migration undoable(Entry entry) {
    check.isKnown(entry);
    Migration migration = check.isUnedited(entry);
    if (migration.undoing() instanceof Undoing.Irreversible irreversible) {
      throw context.refusal(
          migration,
          "migration `" + migration.location() + "` is irreversible: " + irreversible.reason(),
          "Nothing was undone: restore a backup from before it, or repair what it did in a new migration");
    }
    if (migration.undoing() instanceof Undoing.Unsaid) {
      throw context.refusal(
          migration,
          "migration `" + migration.location() + "` does not say how it is undone",
          "Nothing was undone: write that below `-- Down` in its file, which may be added after it was applied");
    }
    return migration;
  }
}
