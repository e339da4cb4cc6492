package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What names mean in one part of a query.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#column_names">How column names are resolved</a>
 */
public final class Scope {

  static final Scope NOTHING = new Scope(Sources.NONE, List.of(), Optional.empty());

  private final Sources.Joined sources;
  private final List<String> aliases;
  private final Optional<Scope> outer;

  private Scope(Sources.Joined sources, List<String> aliases, Optional<Scope> outer) {
    this.sources = sources;
    this.aliases = List.copyOf(aliases);
    this.outer = outer;
  }

  static Scope of(Sources.Joined sources, Scope outer) {
    return new Scope(sources, List.of(), Optional.of(outer));
  }

  /** Returns a scope of relations side by side. */
  static Scope of(List<Relation> relations, Scope outer) {
    List<Sources.Operand> operands =
        relations.stream().map(Sources.One::new).map(Sources.Operand::of).toList();
    return of(new Sources.Joined(operands), outer);
  }

  Scope withAliases(List<String> names) {
    return new Scope(sources, names, outer);
  }

  /** Returns what its own FROM brings, in the order of the text. */
  public List<Relation> relations() {
    return sources.relations();
  }

  /** Returns the names of the results, which SQLite lets other clauses use. */
  public List<String> aliases() {
    return aliases;
  }

  /** Returns the part around it, which a subquery sees as well. */
  Optional<Scope> outer() {
    return outer;
  }

  /** Returns the columns of a star; empty when they are not known. */
  Optional<List<OutputColumn>> star() {
    return sources.star();
  }

  /** Returns the columns of a table's star; empty when they are not known, as inside the parentheses of a join. */
  Optional<List<OutputColumn>> star(String table) {
    List<Relation> meant = sources.outermost(table);
    boolean all = meant.size() == relations().stream().filter(r -> r.is(table)).count();
    return meant.isEmpty() || !all ? Optional.empty() : of(meant, NOTHING).star();
  }

  /** Resolves a name: the innermost part that knows it decides. */
  Meaning meaningOf(ColumnName column) {
    String name = column.name().name();
    if (isAnyUnknown(column) && (column.table().isPresent() || sharesColumns(sources))) {
      return Meaning.of(Meaning.Kind.UNSURE);
    }
    Sources.Found found =
        sources.find(name, r -> isMeant(r, column) && r.named(name).isPresent());
    if (found.origins().isEmpty()) {
      found = sources.find(name, r -> isMeant(r, column) && r.column(name).isPresent());
    }
    if (!found.origins().isEmpty()) {
      return new Meaning(Meaning.Kind.COLUMN, found.origins(), found.merged());
    }
    if (isAnyUnknown(column)) {
      return Meaning.of(Meaning.Kind.UNSURE);
    }
    if (column.table().isEmpty() && aliases.stream().anyMatch(name::equalsIgnoreCase)) {
      return Meaning.of(Meaning.Kind.ALIAS);
    }
    return outer.map(around -> around.meaningOf(column)).orElse(Meaning.of(Meaning.Kind.NOTHING));
  }

  private boolean isAnyUnknown(ColumnName column) {
    return relations().stream().anyMatch(r -> isMeant(r, column) && r.columns().isEmpty());
  }

  /** Which columns are shared with a relation whose columns are not known, cannot be told. */
  private static boolean sharesColumns(Sources sources) {
    return sources instanceof Sources.Joined joined
        && joined.operands().stream()
            .anyMatch(operand -> !operand.using().isEmpty() || sharesColumns(operand.sources()));
  }

  private static boolean isMeant(Relation relation, ColumnName column) {
    return column.table().map(Identifier::name).map(relation::is).orElse(true);
  }

  /** Returns everything that a name here could come from, inner before outer. */
  public List<Relation> visible() {
    List<Relation> visible = new ArrayList<>(relations());
    outer.ifPresent(around -> visible.addAll(around.visible()));
    return visible;
  }
}
