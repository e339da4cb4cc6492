package dev.litmus.processor.inference;

import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.Window;
import dev.litmus.processor.value.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where an expression stands: the rows that it sees, its own and those around it, and what is known of them there. Immutable.
 *
 * @param relations the columns that can be named, by the piece of the query that brings them
 * @param absences what may put NULL in place of their rows
 * @param notNull the columns that a condition has found not to be NULL, where their row is there
 * @param aliases the results that can be named
 * @param windows the windows that can be named
 * @param common the common tables that can be named
 * @param aggregated of results of an aggregate query, the rows that aggregates go over
 */
record Context(
    Map<Span, Fields> relations,
    Map<Span, Set<Absence>> absences,
    Set<Ref> notNull,
    Map<String, Expression> aliases,
    Map<String, Window.Defined> windows,
    CommonValues common,
    Optional<Aggregated> aggregated) {

  static final Context NOTHING = new Context(
      Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), CommonValues.NONE, Optional.empty());

  Context {
    relations = Map.copyOf(relations);
    absences = Map.copyOf(absences);
    notNull = Set.copyOf(notNull);
    aliases = Map.copyOf(aliases);
    windows = Map.copyOf(windows);
  }

  /**
   * The rows of a group.
   *
   * @param each where the arguments of an aggregate stand
   * @param mayBeNone whether there may be none: without GROUP BY
   */
  record Aggregated(Context each, boolean mayBeNone) {}

  /** Returns what a column can hold here; empty when nothing is known of it. */
  Optional<Value> value(Span relation, String column) {
    Fields fields = relations.get(relation);
    return fields == null
        ? Optional.empty()
        : fields.find(column).map(field -> {
          Value value = notNull.contains(Ref.of(relation, field.name()))
              ? field.value().notNull()
              : field.value();
          return absences.getOrDefault(relation, Set.of()).stream()
              .min(Comparator.comparingInt(Absence::id))
              .map(absence -> value.orNull(absence.reason()))
              .orElse(value);
        });
  }

  /** Returns the one name of a column that may have several: the number of a row. */
  Optional<Ref> ref(Span relation, String column) {
    Fields fields = relations.get(relation);
    return fields == null
        ? Optional.empty()
        : fields.find(column).map(field -> Ref.of(relation, field.name()));
  }

  Context with(Span relation, Fields fields) {
    Map<Span, Fields> more = new HashMap<>(relations);
    more.put(relation, fields);
    return new Context(more, absences, notNull, aliases, windows, common, aggregated);
  }

  Context with(CommonValues tables) {
    return new Context(relations, absences, notNull, aliases, windows, tables, aggregated);
  }

  Context withAliases(Map<String, Expression> named) {
    return new Context(relations, absences, notNull, named, windows, common, aggregated);
  }

  /** Returns this as seen from inside a subquery: its rows can be named, its clauses cannot. */
  Context inside() {
    return new Context(relations, absences, notNull, Map.of(), Map.of(), common, Optional.empty());
  }

  Context withWindows(List<Window.Declaration> declarations) {
    Map<String, Window.Defined> named = new HashMap<>();
    declarations.forEach(declaration ->
        named.put(declaration.name().name().toLowerCase(Locale.ROOT), declaration.window()));
    return new Context(relations, absences, notNull, aliases, named, common, aggregated);
  }

  /** Returns what results of an aggregate see, whose aggregates go over rows as they are here. */
  Context aggregated(boolean mayBeNone, Context results) {
    return new Context(
        results.relations,
        results.absences,
        results.notNull,
        results.aliases,
        results.windows,
        results.common,
        Optional.of(new Aggregated(this, mayBeNone)));
  }

  /** Puts NULL in place of the rows of some relations. */
  Context absent(Collection<Span> some, Absence absence) {
    Map<Span, Set<Absence>> more = new HashMap<>(absences);
    for (Span relation : some) {
      Set<Absence> all = new HashSet<>(more.getOrDefault(relation, Set.of()));
      all.add(absence);
      more.put(relation, Set.copyOf(all));
    }
    return new Context(relations, more, notNull, aliases, windows, common, aggregated);
  }

  /** Returns this where some columns are not NULL. A column that is not NULL is one of a row that is there. */
  Context knowing(Set<Ref> found) {
    Set<Ref> known = new HashSet<>(notNull);
    Map<Span, Set<Absence>> left = new HashMap<>(absences);
    Deque<Ref> todo = new ArrayDeque<>(found);
    while (!todo.isEmpty()) {
      Ref ref = todo.pop();
      if (!relations.containsKey(ref.relation())) {
        continue;
      }
      known.add(ref);
      Set<Absence> gone = left.getOrDefault(ref.relation(), Set.of());
      left.replaceAll((relation, all) -> without(all, gone));
      gone.forEach(absence -> todo.addAll(absence.whenPresent()));
    }
    return new Context(relations, left, known, aliases, windows, common, aggregated);
  }

  private static Set<Absence> without(Set<Absence> all, Set<Absence> gone) {
    Set<Absence> left = new HashSet<>(all);
    left.removeAll(gone);
    return Set.copyOf(left);
  }

  /** Forgets what was found of some columns: they have been set. */
  Context forgetting(Set<Ref> set) {
    Set<Ref> kept = new HashSet<>(notNull);
    kept.removeAll(set);
    return new Context(relations, absences, kept, aliases, windows, common, aggregated);
  }

  Context replacing(Span relation, UnaryOperator<Fields.Field> change) {
    Fields fields = relations.get(relation);
    return fields == null
        ? this
        : with(relation, new Fields(fields.all().stream().map(change).toList(), fields.rowid()));
  }
}
