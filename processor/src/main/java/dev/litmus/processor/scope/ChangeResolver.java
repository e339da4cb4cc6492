package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Upsert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of INSERT, UPDATE and DELETE. */
final class ChangeResolver {

  private final NameResolver resolver;

  ChangeResolver(NameResolver resolver) {
    this.resolver = resolver;
  }

  /** Resolves a change and returns the columns of its RETURNING clause. */
  Optional<List<OutputColumn>> change(Change change, Environment around) {
    Environment environment = resolver.with(change.with(), around);
    Relation target = resolver.table(change.target().name(), change.target().alias(), environment);
    Environment row = environment.in(scope(environment, target));
    if (change instanceof Change.Insert insert) {
      insert(insert, target, environment);
    } else if (change instanceof Change.Update update) {
      update(update, target, environment);
    } else if (change instanceof Change.Delete delete) {
      delete.where().ifPresent(where -> resolver.expressions(where, row));
      delete.orderBy().forEach(term -> resolver.expressions(term, row));
      delete.limit().ifPresent(limit -> resolver.expressions(limit, environment));
    }
    return resolver.results(change.returning(), row);
  }

  private static Scope scope(Environment around, Relation... relations) {
    return Scope.of(List.of(relations), around.scope());
  }

  private void insert(Change.Insert insert, Relation target, Environment around) {
    insert.columns().forEach(column -> resolver.target(new TargetUse(column, target)));
    insert.rows().ifPresent(rows -> resolver.query(rows, around));
    Environment row = around.in(scope(around, target));
    for (Upsert upsert : insert.upserts()) {
      Relation excluded =
          new Relation("excluded", Optional.of(upsert.span()), target.table(), target.columns());
      upsert.target().forEach(term -> resolver.expressions(term, row));
      upsert.targetWhere().ifPresent(where -> resolver.expressions(where, row));
      Environment both = around.in(Scope.of(withExcluded(target, excluded), around.scope()));
      assignments(upsert.assignments(), target, both);
      upsert.where().ifPresent(where -> resolver.expressions(where, both));
    }
  }

  /** A name without a table means the row that is there already. */
  private static Sources.Joined withExcluded(Relation target, Relation excluded) {
    List<String> all = new ArrayList<>(target.columnNames());
    all.addAll(Relation.ROWID);
    return new Sources.Joined(List.of(
        Sources.Operand.of(new Sources.One(target)),
        new Sources.Operand(new Sources.One(excluded), Join.Kind.INNER, all)));
  }

  private void update(Change.Update update, Relation target, Environment around) {
    Scope scope = update
        .from()
        .map(from -> resolver.sources().scope(from, around, List.of(target)))
        .orElseGet(() -> scope(around, target));
    Environment row = around.in(scope);
    assignments(update.assignments(), target, row);
    update.where().ifPresent(where -> resolver.expressions(where, row));
    update.orderBy().forEach(term -> resolver.expressions(term, row));
    update.limit().ifPresent(limit -> resolver.expressions(limit, around));
  }

  private void assignments(List<Assignment> assignments, Relation target, Environment around) {
    for (Assignment assignment : assignments) {
      assignment.columns().forEach(column -> resolver.target(new TargetUse(column, target)));
      resolver.expressions(assignment.value(), around);
    }
  }
}
