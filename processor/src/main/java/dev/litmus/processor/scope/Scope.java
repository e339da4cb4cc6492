package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What names mean in one part of a query.
 *
 * @param relations what its own FROM brings, in the order of the text
 * @param merged the columns that USING and NATURAL make one of
 * @param aliases the names of the results, which SQLite lets other clauses use
 * @param outer the part around it, which a subquery sees as well
 * @see <a href="https://sqlite.org/lang_expr.html#column_names">How column names are resolved</a>
 */
public record Scope(
    List<Relation> relations, List<String> merged, List<String> aliases, Optional<Scope> outer) {

  static final Scope NOTHING = new Scope(List.of(), List.of(), List.of(), Optional.empty());

  public Scope {
    relations = List.copyOf(relations);
    merged = List.copyOf(merged);
    aliases = List.copyOf(aliases);
  }

  Scope withAliases(List<String> names) {
    return new Scope(relations, merged, names, outer);
  }

  /** Resolves a name: the innermost part that knows it decides. */
  Meaning meaningOf(ColumnName column) {
    String name = column.name().name();
    List<Relation> origins = relations.stream()
        .filter(relation -> isMeant(relation, column))
        .filter(relation -> relation.column(name).isPresent())
        .toList();
    boolean qualified = column.table().isPresent();
    if (!origins.isEmpty()) {
      return new Meaning(
          Meaning.Kind.COLUMN,
          !qualified && merged.stream().anyMatch(name::equalsIgnoreCase)
              ? origins.subList(0, 1)
              : origins);
    }
    if (relations.stream().anyMatch(r -> isMeant(r, column) && r.columns().isEmpty())) {
      return new Meaning(Meaning.Kind.UNSURE, List.of());
    }
    if (!qualified && aliases.stream().anyMatch(name::equalsIgnoreCase)) {
      return new Meaning(Meaning.Kind.ALIAS, List.of());
    }
    return outer
        .map(around -> around.meaningOf(column))
        .orElse(new Meaning(Meaning.Kind.NOTHING, List.of()));
  }

  private static boolean isMeant(Relation relation, ColumnName column) {
    return column.table().map(Identifier::name).map(relation::is).orElse(true);
  }

  /** Returns everything that a name here could come from, inner before outer. */
  public List<Relation> visible() {
    List<Relation> visible = new ArrayList<>(relations);
    outer.ifPresent(around -> visible.addAll(around.visible()));
    return visible;
  }
}
