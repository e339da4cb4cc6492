package dev.litmus.processor.evolution;

import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.CommonTable;
import dev.litmus.processor.sql.tree.ConflictAction;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Upsert;
import dev.litmus.processor.sql.tree.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may leave rows of a rebuilt table out although nothing in it says so: a JOIN, a conflict that is not an error, or that
 * nothing is copied at all. Whether it does, {@link RowLoss} counts.
 */
final class SilentLoss {

  private final boolean tableDropsRows;
  private final List<CommonTable> common = new ArrayList<>();

  private SilentLoss(boolean tableDropsRows) {
    this.tableDropsRows = tableDropsRows;
  }

  /** Returns the first statement of a rebuild that may do so. */
  static Optional<UpStatement> in(Rebuild rebuild) {
    return rebuild.copies().isEmpty()
        ? Optional.of(rebuild.making())
        : rebuild.copies().stream()
            .filter(copy -> new SilentLoss(rebuild.dropsRows()).isIn(copy))
            .findFirst();
  }

  private boolean isIn(UpStatement copy) {
    Optional<Change.Insert> insert = copy.as(Change.Insert.class);
    insert.flatMap(Change.Insert::with).ifPresent(this::add);
    Optional<Query> rows = insert
        .flatMap(Change.Insert::rows)
        .or(() -> copy.as(Definition.CreateTableAs.class).map(Definition.CreateTableAs::query));
    return rows.filter(query ->
            joins(query) || (insert.filter(this::skipsConflicts).isPresent() && takesAll(query)))
        .isPresent();
  }

  private void add(With with) {
    common.addAll(with.tables());
  }

  private boolean skipsConflicts(Change.Insert insert) {
    boolean bySelf = insert
        .onConflict()
        .filter(action -> action == ConflictAction.IGNORE || action == ConflictAction.REPLACE)
        .isPresent();
    return bySelf
        || (tableDropsRows && insert.onConflict().isEmpty())
        || insert.upserts().stream().map(Upsert::assignments).anyMatch(List::isEmpty);
  }

  /** Nothing in it says that rows are left out. */
  private static boolean takesAll(Query query) {
    return query.others().isEmpty()
        && query.limit().isEmpty()
        && query.first() instanceof SelectCore.Select select
        && !select.distinct()
        && select.where().isEmpty()
        && select.groupBy().isEmpty();
  }

  /** Joins tables, or reads what does. */
  private boolean joins(Query query) {
    query.with().ifPresent(this::add);
    return takesAll(query)
        && query.first() instanceof SelectCore.Select select
        && select.from().filter(this::joins).isPresent();
  }

  private boolean joins(From from) {
    return !from.joins().isEmpty() || joins(from.first());
  }

  private boolean joins(Source source) {
    if (source instanceof Source.Group group) {
      return joins(group.from());
    }
    if (source instanceof Source.Derived derived) {
      return joins(derived.query());
    }
    return source instanceof Source.Table table && named(table).anyMatch(this::joins);
  }

  /** The common table that a name means, which is taken away: it may be recursive. */
  private Stream<Query> named(Source.Table table) {
    List<CommonTable> meant =
        common.stream().filter(candidate -> candidate.isNamedBy(table)).toList();
    common.removeAll(meant);
    return meant.stream().map(CommonTable::query);
  }
}
