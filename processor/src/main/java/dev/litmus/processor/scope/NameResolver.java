package dev.litmus.processor.scope;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.CommonTable;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.QualifiedName;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.Statement;
import dev.litmus.processor.sql.tree.With;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Walks over a statement with the names that are visible at each place. SQLite decides what is valid; this tells what a
 * name means, or could have meant.
 */
public final class NameResolver {

  private final Schema schema;
  private final FromResolver sources = new FromResolver(this);
  private final List<ColumnUse> columns = new ArrayList<>();
  private final List<TargetUse> targets = new ArrayList<>();
  private final List<TableUse> tables = new ArrayList<>();
  private final List<Names.Star> stars = new ArrayList<>();
  private final Map<Span, Relation> relations = new HashMap<>();
  private final Map<Span, List<OutputColumn>> expanded = new HashMap<>();

  private NameResolver(Schema schema) {
    this.schema = schema;
  }

  /** Resolves the names of a query or a change; other statements have none that are of interest. */
  public static Names resolve(Statement statement, Schema schema) {
    NameResolver resolver = new NameResolver(schema);
    Optional<List<OutputColumn>> output =
        resolver.statement(statement, new Environment(CommonTables.NONE, Scope.NOTHING));
    return new Names(
        resolver.columns,
        resolver.targets,
        resolver.tables,
        resolver.stars,
        resolver.relations,
        resolver.expanded,
        output);
  }

  private Optional<List<OutputColumn>> statement(Statement statement, Environment around) {
    if (statement instanceof Query query) {
      return query(query, around);
    }
    if (statement instanceof Change change) {
      return new ChangeResolver(this).change(change, around);
    }
    if (statement instanceof Statement.Explain explain) {
      statement(explain.statement(), around);
    } else if (statement instanceof Definition.CreateTrigger trigger) {
      trigger(trigger, around);
    } else if (statement instanceof Definition.CreateView view) {
      query(view.query(), around);
    } else if (statement instanceof Definition.CreateTableAs table) {
      query(table.query(), around);
    }
    return Optional.of(List.of());
  }

  private void trigger(Definition.CreateTrigger trigger, Environment around) {
    Optional<List<OutputColumn>> row = schema
        .table(trigger.table().name().name())
        .flatMap(table -> Relation.of("new", trigger.table().span(), table).columns());
    Scope scope =
        Scope.of(List.of(Relation.of("new", row), Relation.of("old", row)), Scope.NOTHING);
    trigger.when().ifPresent(when -> expressions(when, around.in(scope)));
    trigger.body().forEach(inner -> statement(inner, around.in(scope)));
  }

  /** Resolves a query and returns its columns; the arms of a compound take their names from the first. */
  Optional<List<OutputColumn>> query(Query query, Environment around) {
    Environment environment = with(query.with(), around);
    Scoped first = core(query.first(), environment);
    for (Query.Compound other : query.others()) {
      core(other.core(), environment);
    }
    boolean compound = !query.others().isEmpty();
    // A column of several arms may be of several kinds.
    Optional<List<OutputColumn>> output = compound
        ? first.output().map(all -> all.stream().map(OutputColumn::undeclared).toList())
        : first.output();
    Environment tail = environment.in(
        compound ? Scope.of(List.of(Relation.of("", output)), Scope.NOTHING) : first.scope());
    List<ResultTerm> results = query.first() instanceof SelectCore.Select select && !compound
        ? select.results()
        : List.of();
    query.orderBy().forEach(term -> ordering(term.expression(), results, tail));
    query.limit().ifPresent(limit -> expressions(limit, environment.in(Scope.NOTHING)));
    return output;
  }

  /** A name alone is that of a result first; in a larger expression, it is that of a column first. */
  private void ordering(Expression term, List<ResultTerm> results, Environment around) {
    if (term instanceof Expression.Parenthesized parenthesized) {
      ordering(parenthesized.inner(), results, around);
    } else if (term instanceof Expression.Collate collate) {
      ordering(collate.operand(), results, around);
    } else if (term instanceof Expression.ColumnName name && isResult(name, results, around)) {
      columns.add(new ColumnUse(name, around.scope(), Meaning.of(Meaning.Kind.ALIAS)));
    } else {
      expressions(term, around);
    }
  }

  /** The columns of a star have names as well. Only where a name of several columns is asked for does that matter. */
  private static boolean isResult(
      Expression.ColumnName name, List<ResultTerm> results, Environment around) {
    if (name.table().isPresent() || aliases(results).stream().anyMatch(name.name()::is)) {
      return name.table().isEmpty();
    }
    boolean all = results.stream().anyMatch(ResultTerm.Star.class::isInstance);
    boolean some = results.stream().anyMatch(ResultTerm.TableStar.class::isInstance);
    Scope scope = around.scope();
    long columns = scope.relations().stream()
        .filter(relation -> relation.named(name.name().name()).isPresent())
        .count();
    return (some && columns > 1) || (all && scope.meaningOf(name).origins().size() > 1);
  }

  /** Adds the common tables of a WITH clause. Each sees all of them; the columns of those behind it are not known yet. */
  Environment with(Optional<With> with, Environment around) {
    List<CommonTable> all = with.map(With::tables).orElse(List.of());
    Environment environment = around;
    for (CommonTable table : all) {
      environment = environment.with(table.name().name(), Optional.empty());
    }
    for (CommonTable table : all) {
      environment = environment.with(table.name().name(), commonTable(table, environment));
    }
    return environment;
  }

  private Optional<List<OutputColumn>> commonTable(CommonTable table, Environment around) {
    Optional<List<OutputColumn>> named = table.columns().isEmpty()
        ? Optional.empty()
        : Optional.of(named(table.columns(), List.of()));
    // A recursive arm may name the table before its columns are known.
    Optional<List<OutputColumn>> own = named.or(() -> firstArm(table.query()));
    Optional<List<OutputColumn>> output =
        query(table.query(), around.with(table.name().name(), own));
    Optional<List<OutputColumn>> called = table.columns().isEmpty()
        ? output
        : Optional.of(named(table.columns(), output.orElse(List.of())));
    return called.map(OutputColumn::differentNames);
  }

  /** The names that the first arm spells out; a star needs the tables that are yet to be resolved. */
  private static Optional<List<OutputColumn>> firstArm(Query query) {
    if (!(query.first() instanceof SelectCore.Select select)
        || select.results().stream().anyMatch(term -> !(term instanceof ResultTerm.Value))) {
      return Optional.empty();
    }
    return Optional.of(select.results().stream()
        .map(ResultTerm.Value.class::cast)
        .map(term -> OutputColumn.of(name(term)))
        .toList());
  }

  private static List<OutputColumn> named(List<Identifier> names, List<OutputColumn> columns) {
    List<OutputColumn> named = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).name();
      named.add(i < columns.size() ? columns.get(i).called(name) : OutputColumn.of(name));
    }
    return named;
  }

  /** What one arm yields, and what its clauses see. */
  private record Scoped(Optional<List<OutputColumn>> output, Scope scope) {}

  private Scoped core(SelectCore core, Environment around) {
    if (core instanceof SelectCore.Values values) {
      values.children().forEach(item -> expressions(item, around));
      int count = values.rows().get(0).items().size();
      List<OutputColumn> output = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        output.add(OutputColumn.of("column" + i));
      }
      return new Scoped(Optional.of(output), Scope.NOTHING);
    }
    SelectCore.Select select = (SelectCore.Select) core;
    Scope sourcesOnly =
        select.from().map(from -> sources.scope(from, around)).orElse(around.nested());
    Scope scope = sourcesOnly.withAliases(aliases(select.results()));
    Environment inside = around.in(scope);
    // Results do not see each other's names, and neither do subqueries in them.
    Optional<List<OutputColumn>> output = results(select.results(), around.in(sourcesOnly));
    select.where().ifPresent(where -> expressions(where, inside));
    select.groupBy().forEach(term -> expressions(term, inside));
    select.having().ifPresent(having -> expressions(having, inside));
    select.windows().forEach(window -> expressions(window, inside));
    return new Scoped(output, scope);
  }

  private static List<String> aliases(List<ResultTerm> results) {
    return results.stream()
        .filter(ResultTerm.Value.class::isInstance)
        .flatMap(term -> ((ResultTerm.Value) term).alias().stream())
        .map(alias -> alias.name().name())
        .toList();
  }

  /** Resolves what stands behind SELECT or RETURNING, and returns the columns of it. */
  Optional<List<OutputColumn>> results(List<ResultTerm> results, Environment around) {
    List<OutputColumn> output = new ArrayList<>();
    boolean known = true;
    for (ResultTerm term : results) {
      if (term instanceof ResultTerm.Value value) {
        expressions(value.expression(), around);
        output.add(result(value, around.scope()));
      } else {
        Optional<List<OutputColumn>> star = star(term, around.scope());
        star.ifPresent(output::addAll);
        star.ifPresent(columns -> expanded.put(term.span(), columns));
        known &= star.isPresent();
      }
    }
    return known ? Optional.of(output) : Optional.empty();
  }

  private static OutputColumn result(ResultTerm.Value value, Scope scope) {
    OutputColumn unknown = OutputColumn.of(name(value));
    return inner(value.expression()) instanceof Expression.ColumnName column
        ? new ColumnUse(column, scope, scope.meaningOf(column))
            .column()
            .map(found -> found.called(unknown.name()))
            .orElse(unknown)
        : unknown;
  }

  private static String name(ResultTerm.Value value) {
    Optional<Identifier> column = inner(value.expression()) instanceof Expression.ColumnName name
        ? Optional.of(name.name())
        : Optional.empty();
    return value.alias().map(Alias::name).or(() -> column).map(Identifier::name).orElse("");
  }

  private static Expression inner(Expression expression) {
    return expression instanceof Expression.Parenthesized parenthesized
        ? inner(parenthesized.inner())
        : expression;
  }

  private Optional<List<OutputColumn>> star(ResultTerm term, Scope scope) {
    if (!(term instanceof ResultTerm.TableStar star)) {
      return scope.star();
    }
    stars.add(new Names.Star(star, scope));
    return scope.star(star.table().name());
  }

  /** Resolves the names inside any piece of a statement that is no query itself. */
  void expressions(Node node, Environment around) {
    if (node instanceof Expression.ColumnName name) {
      columns.add(new ColumnUse(name, around.scope(), around.scope().meaningOf(name)));
    } else if (node instanceof Query query) {
      query(query, around);
    } else if (node instanceof InSet.Named set) {
      sources.relation(set.source(), around);
    } else if (!(node instanceof Identifier)) {
      node.children().forEach(child -> expressions(child, around));
    }
  }

  /** Returns the table of a name in FROM, INTO or elsewhere, and remembers the name. */
  Relation table(QualifiedName name, Optional<Alias> alias, Environment around) {
    String own = name.name().name();
    String called = alias.map(a -> a.name().name()).orElse(own);
    Optional<Relation> common = name.schema().isPresent()
        ? Optional.empty()
        : around.commonTables().find(own).map(columns -> Relation.of(called, name.span(), columns));
    Relation relation = common.orElseGet(() -> declared(name, called));
    boolean known = common.isPresent() || relation.columns().isPresent();
    tables.add(new TableUse(name, known));
    return remember(relation);
  }

  Relation remember(Relation relation) {
    relation.at().ifPresent(piece -> relations.put(piece, relation));
    return relation;
  }

  private Relation declared(QualifiedName name, String called) {
    boolean here = name.schema().filter(schemaName -> !schemaName.is("main")).isEmpty();
    Optional<Table> table = here ? schema.table(name.name().name()) : Optional.empty();
    Function<Table, Relation> relation = found -> Relation.of(called, name.span(), found);
    return table.map(relation).orElseGet(() -> {
      // Table-valued functions, and tables that no migration declares.
      List<OutputColumn> columns = here
          ? schema.columnsOf(name.name().name()).stream()
              .map(OutputColumn::of)
              .map(OutputColumn::undeclared)
              .toList()
          : List.of();
      return Relation.of(
          called, name.span(), columns.isEmpty() ? Optional.empty() : Optional.of(columns));
    });
  }

  void target(TargetUse use) {
    targets.add(use);
  }

  FromResolver sources() {
    return sources;
  }
}
