package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.scope.TableUse;
import dev.litmus.processor.sql.tree.CommonTable;
import dev.litmus.processor.sql.tree.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables that are not there, here or at all. */
final class TableDiagnosis {

  private final Question question;

  TableDiagnosis(Question question) {
    this.question = question;
  }

  List<Problem> unknown(Refusal refusal) throws SQLException {
    Optional<Names.Star> star = question.names().stars().stream()
        .filter(use -> refusal.isOf(use.term().table().name()))
        .filter(use -> use.scope().relations().stream()
            .noneMatch(relation -> relation.name().equalsIgnoreCase(refusal.name())))
        .findFirst();
    if (star.isPresent()) {
      return List.of(new ColumnDiagnosis(question)
          .unknownQualifier(star.get().term().table(), star.get().scope()));
    }
    Optional<QualifiedName> name = place(refusal);
    return name.isPresent() ? List.of(unknown(name.get())) : List.of();
  }

  /** SQLite writes {@code main.} before a name that has none where it knows no better. */
  private Optional<QualifiedName> place(Refusal refusal) {
    Stream<QualifiedName> used =
        question.names().tables().stream().filter(use -> !use.known()).map(TableUse::name);
    return Stream.concat(used, question.query().all(QualifiedName.class))
        .filter(name -> name.name().is(refusal.simpleName()))
        .findFirst();
  }

  private Problem unknown(QualifiedName name) throws SQLException {
    String database = question.schema().name();
    String table = name.name().name();
    if (name.schema().filter(schema -> !schema.is("main")).isPresent()) {
      String qualified = name.schema().get().name() + "." + table;
      return question
          .problem(
              ProblemCode.UNKNOWN_TABLE,
              name.name().span(),
              "`" + qualified + "` is a table of another database")
          .note("a repository reads one database: `" + database + "`");
    }
    List<String> tables = question.schema().tables().stream().map(Table::name).toList();
    List<String> commonTables = question
        .query()
        .all(CommonTable.class)
        .map(common -> common.name().name())
        .toList();
    Problem problem = question
        .problem(
            ProblemCode.UNKNOWN_TABLE,
            name.name().span(),
            "database `" + database + "` has no table `" + table + "`")
        .evidence("tables of `" + database + "`: " + Suggestions.list(tables));
    List<String> databases = question.neighbours().databasesWith(table);
    return databases.isEmpty()
        ? problem.suggest(Suggestions.nearest(
            table, Stream.concat(tables.stream(), commonTables.stream()).toList()))
        : problem.note("`" + table + "` is a table of the database `"
            + String.join("`, `", databases) + "`; a repository reads one database");
  }
}
