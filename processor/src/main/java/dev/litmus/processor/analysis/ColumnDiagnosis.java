package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.rewrite.Edit;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.Meaning;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.scope.Scope;
import dev.litmus.processor.scope.TargetUse;
import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns that are not there, or there twice. */
final class ColumnDiagnosis {

  private final Question question;

  ColumnDiagnosis(Question question) {
    this.question = question;
  }

  /** Returns where the column stands that SQLite does not find: the same name may be right elsewhere. */
  List<ColumnUse> uses(Refusal refusal, List<Edit> nulls) {
    if (refusal.kind() != Refusal.Kind.COLUMN) {
      return List.of();
    }
    List<ColumnUse> named = question.names().columns().stream()
        .filter(use -> refusal.isOf(written(use.name()))
            && !nulls.contains(Edit.ofNull(use.name().span())))
        .toList();
    List<ColumnUse> unknown = named.stream()
        .filter(use -> use.meaning().kind() == Meaning.Kind.NOTHING)
        .toList();
    boolean isTarget = question.names().targets().stream()
        .anyMatch(target -> target.isMissing() && refusal.isOf(target.column().name()));
    return unknown.isEmpty() && !isTarget ? named : unknown;
  }

  private static String written(ColumnName column) {
    String table = column.table().map(name -> name.name() + ".").orElse("");
    return column.schema().map(name -> name.name() + ".").orElse("")
        + table
        + column.name().name();
  }

  /**
   * Tells whether a name is only unknown because another one is: {@code SELECT name FROM (SELECT nmae FROM customers)}
   * misses a column of the subquery, which has the misspelt one instead.
   */
  boolean isConsequence(ColumnUse use) {
    return use.scope().visible().stream()
        .filter(relation -> relation.table().isEmpty())
        .flatMap(relation -> relation.columnNames().stream())
        .anyMatch(column -> question.names().columns().stream()
            .filter(other -> !other.equals(use))
            .anyMatch(other -> other.meaning().kind() == Meaning.Kind.NOTHING
                && other.name().name().is(column)));
  }

  Problem unknown(ColumnUse use) {
    ColumnName column = use.name();
    if (column.schema().filter(schema -> !schema.is("main")).isPresent()) {
      return otherDatabase(column, use.scope());
    }
    String name = column.name().name();
    List<Relation> visible = use.scope().visible();
    if (column.table().isEmpty()) {
      Problem problem = question.problem(
          ProblemCode.UNKNOWN_COLUMN, column.name().span(), unqualified(name, use.scope()));
      return withCandidates(problem, name, visible, use.scope().aliases());
    }
    Identifier qualifier = column.table().get();
    Optional<Relation> relation =
        visible.stream().filter(candidate -> candidate.is(qualifier.name())).findFirst();
    if (relation.isEmpty()) {
      return unknownQualifier(qualifier, use.scope());
    }
    Problem problem = question.problem(
        ProblemCode.UNKNOWN_COLUMN, column.name().span(), lacks(relation.get(), name));
    return withCandidates(problem, name, List.of(relation.get()), List.of());
  }

  private Problem otherDatabase(ColumnName column, Scope scope) {
    Identifier schema = column.schema().orElseThrow();
    String table = column.table().orElseThrow().name();
    Problem problem = question.problem(
        ProblemCode.UNKNOWN_COLUMN,
        schema.span(),
        "this query has no table `" + schema.name() + "." + table + "`");
    return scope.visible().stream().anyMatch(relation -> relation.is(table))
        ? problem.help("write `" + table + "." + column.name().name() + "`")
        : problem;
  }

  private static String unqualified(String name, Scope scope) {
    List<Relation> visible = scope.visible();
    if (visible.isEmpty()) {
      return "there is no table that could have a column `" + name + "`";
    }
    if (visible.size() == 1) {
      return lacks(visible.get(0), name);
    }
    return scope.relations().size() == visible.size()
        ? "no table of this query has a column `" + name + "`"
        : "there is no column `" + name + "` in this part of the query";
  }

  private static String lacks(Relation relation, String column) {
    if (relation.name().isEmpty()) {
      return "the subquery has no column `" + column + "`";
    }
    String name = relation.table().map(Table::name).orElse(relation.name());
    String kind = relation.table().isPresent() ? "table " : "";
    return kind + "`" + name + "` has no column `" + column + "`";
  }

  private Problem withCandidates(
      Problem problem, String name, List<Relation> relations, List<String> aliases) {
    Problem shown = problem;
    for (String line : relations.stream()
        .map(ColumnDiagnosis::columnsOf)
        .collect(Collectors.toCollection(LinkedHashSet::new))) {
      shown = line.isEmpty() ? shown : shown.evidence(line);
    }
    List<String> names = new ArrayList<>(
        relations.stream().flatMap(r -> r.columnNames().stream()).distinct().toList());
    names.addAll(aliases);
    Optional<String> near = Suggestions.nearest(name, names);
    return near.isPresent() ? shown.suggest(near) : elsewhere(shown, name, relations);
  }

  private static String columnsOf(Relation relation) {
    if (relation.columns().isEmpty()) {
      return "";
    }
    String columns = Suggestions.inOrder(relation.columnNames());
    return relation
        .table()
        .map(table -> "columns of `" + table.name() + "` (" + table.location() + "): " + columns)
        .orElse(
            relation.name().isEmpty()
                ? "columns of the subquery: " + columns
                : "columns of `" + relation.name() + "`: " + columns);
  }

  private Problem elsewhere(Problem problem, String column, List<Relation> lacking) {
    List<String> others = question.schema().tables().stream()
        .filter(table -> table.column(column).isPresent())
        .filter(table ->
            lacking.stream().noneMatch(r -> r.table().filter(table::equals).isPresent()))
        .map(table -> "`" + table.name() + "`")
        .toList();
    return others.isEmpty()
        ? problem
        : problem.note("`" + column + "` is a column of " + Suggestions.list(others));
  }

  /** What stands before the dot is no table of the query; perhaps the query calls it otherwise. */
  Problem unknownQualifier(Identifier qualifier, Scope scope) {
    List<Relation> visible = scope.visible();
    List<String> names =
        visible.stream().map(Relation::name).filter(name -> !name.isEmpty()).toList();
    Optional<String> alias = visible.stream()
        .filter(relation ->
            relation.table().filter(table -> qualifier.is(table.name())).isPresent())
        .map(Relation::name)
        .findFirst();
    String fact = alias
        .map(name -> "table `" + qualifier.name() + "` is called `" + name + "` in this query")
        .orElse(
            isElsewhere(qualifier)
                ? "`" + qualifier.name() + "` cannot be seen from this part of the query"
                : "this query has no table `" + qualifier.name() + "`");
    return question
        .problem(ProblemCode.UNKNOWN_COLUMN, qualifier.span(), fact)
        .evidence((isElsewhere(qualifier) ? "tables that can be seen: " : "tables of this query: ")
            + Suggestions.list(names))
        .suggest(alias.or(() -> Suggestions.nearest(qualifier.name(), names)));
  }

  /** Tells whether another part of the query has a table or subquery of that name. */
  private boolean isElsewhere(Identifier qualifier) {
    Stream<Identifier> aliases = question
        .query()
        .all(Source.class)
        .flatMap(source -> source.alias().stream())
        .map(Alias::name);
    Stream<Identifier> tables = question
        .query()
        .all(Source.Table.class)
        .filter(table -> table.alias().isEmpty())
        .map(table -> table.name().name());
    return Stream.concat(aliases, tables).anyMatch(name -> name.is(qualifier.name()));
  }

  /** Columns that an INSERT or UPDATE sets; the table's columns are known for sure, so all are told at once. */
  List<Problem> unknownTargets(Refusal refusal) {
    List<TargetUse> missing =
        question.names().targets().stream().filter(TargetUse::isMissing).toList();
    boolean meant = missing.stream().anyMatch(use -> use.column().is(refusal.simpleName()));
    return meant ? missing.stream().map(this::unknownTarget).toList() : List.of();
  }

  private Problem unknownTarget(TargetUse use) {
    String name = use.column().name();
    Problem problem = question.problem(
        ProblemCode.UNKNOWN_COLUMN, use.column().span(), lacks(use.relation(), name));
    return withCandidates(problem, name, List.of(use.relation()), List.of());
  }

  List<Problem> ambiguous(Refusal refusal) {
    return question.names().columns().stream()
        .filter(use -> refusal.isOf(written(use.name())))
        .filter(use -> use.meaning().origins().size() > 1)
        .findFirst()
        .map(use -> List.of(ambiguous(use)))
        .orElse(List.of());
  }

  private Problem ambiguous(ColumnUse use) {
    String name = use.name().name().name();
    List<Relation> origins = use.meaning().origins();
    Problem problem = question.problem(
        ProblemCode.AMBIGUOUS_NAME,
        use.name().span(),
        "`" + name + "` could be a column of "
            + origins.stream()
                .map(relation ->
                    relation.name().isEmpty() ? "the subquery" : "`" + relation.description() + "`")
                .collect(Collectors.joining(" or ")));
    for (Table table :
        origins.stream().flatMap(r -> r.table().stream()).distinct().toList()) {
      problem = problem.evidence("`" + table.name() + "` is declared in " + table.location());
    }
    List<String> choices = origins.stream()
        .map(Relation::name)
        .distinct()
        .filter(relation -> !relation.isEmpty())
        .map(relation -> "`" + relation + "." + name + "`")
        .toList();
    return choices.size() > 1
        ? problem.help("write " + String.join(" or ", choices))
        : problem.help("give each table an alias of its own, and write it before the column");
  }
}
