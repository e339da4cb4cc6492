package dev.litmus.processor.evolution;

import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.ConflictClauses;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Definition.AlterTable;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A table that is made anew, filled, and put in the place of the old one, as SQLite asks for where ALTER TABLE cannot do it.
 *
 * @param table its name before and after, as a key
 * @param made the name under which it is made, as a key: another one, when it is renamed in the end; the same, when the old
 *     one was renamed to make way
 * @param dropsRows whether a constraint of the new one has rows left out that violate it
 * @param making the statement that makes the new one
 * @param copies the statements that fill it; the same, when it is made of a query; none, when nothing does
 * @see <a href="https://sqlite.org/lang_altertable.html#otheralter">making other kinds of table schema changes</a>
 */
record Rebuild(
    String table, String made, boolean dropsRows, UpStatement making, List<UpStatement> copies) {

  Rebuild {
    copies = List.copyOf(copies);
  }

  /** Returns the rebuilds among some statements. */
  static List<Rebuild> of(List<UpStatement> statements) {
    List<Rebuild> rebuilds = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Statement tree = statements.get(i).tree().orElse(null);
      if (tree instanceof AlterTable alter
          && alter.action() instanceof AlterTable.RenameTable rename) {
        String from = key(alter.name().name());
        String to = key(rename.to());
        // The new one gets the old name, or the old one makes way before.
        Optional<UpStatement> last = making(statements.subList(0, i), from);
        Optional<UpStatement> first = making(statements.subList(i, statements.size()), from);
        if ((last.isPresent() || first.isPresent()) && isGone(statements, to)) {
          rebuilds.add(new Rebuild(
              last.isPresent() ? to : from,
              from,
              dropsRows(statements, from),
              last.or(() -> first).orElseThrow(),
              copies(statements, from)));
        }
      }
      if (tree instanceof Definition.CreateTable made) {
        String table = key(made.name().name());
        List<UpStatement> copies = copies(statements.subList(i, statements.size()), table).stream()
            .filter(Rebuild::isFromTable)
            .toList();
        if (isDropped(statements.subList(0, i), table) && !copies.isEmpty()) {
          rebuilds.add(
              new Rebuild(table, table, dropsRows(statements, table), statements.get(i), copies));
        }
      }
    }
    return rebuilds;
  }

  /** Rows that are given one by one are new ones. */
  private static boolean isFromTable(UpStatement copy) {
    return copy.as(Change.Insert.class)
        .flatMap(Change.Insert::rows)
        .filter(rows ->
            rows.first() instanceof SelectCore.Select select && select.from().isPresent())
        .isPresent();
  }

  private static boolean dropsRows(List<UpStatement> statements, String table) {
    return anyIs(
        statements,
        Definition.CreateTable.class,
        made -> isCalled(made, table) && ConflictClauses.dropRows(made));
  }

  private static Optional<UpStatement> making(List<UpStatement> statements, String table) {
    return statements.stream()
        .filter(statement -> isMadeOfQuery(statement, table)
            || statement
                .as(Definition.CreateTable.class)
                .filter(made -> isCalled(made, table))
                .isPresent())
        .findFirst();
  }

  private static boolean isMadeOfQuery(UpStatement statement, String table) {
    return statement
        .as(Definition.CreateTableAs.class)
        .filter(made -> key(made.name().name()).equals(table))
        .isPresent();
  }

  private static boolean isCalled(Definition.CreateTable made, String table) {
    return key(made.name().name()).equals(table);
  }

  /** Dropped, under its name or another one. */
  private static boolean isGone(List<UpStatement> statements, String table) {
    return isDropped(statements, table)
        || anyIs(
            statements,
            AlterTable.class,
            alter -> key(alter.name().name()).equals(table)
                && alter.action() instanceof AlterTable.RenameTable rename
                && isDropped(statements, key(rename.to())));
  }

  private static boolean isDropped(List<UpStatement> statements, String table) {
    return anyIs(
        statements, Definition.Drop.class, drop -> key(drop.name().name()).equals(table));
  }

  private static <T extends Statement> boolean anyIs(
      List<UpStatement> statements, Class<T> kind, Predicate<T> wanted) {
    return statements.stream().flatMap(statement -> statement.as(kind).stream()).anyMatch(wanted);
  }

  private static List<UpStatement> copies(List<UpStatement> statements, String table) {
    return statements.stream()
        .filter(statement -> isMadeOfQuery(statement, table)
            || statement
                .as(Change.Insert.class)
                .filter(insert -> key(insert.target().name().name()).equals(table))
                .isPresent())
        .toList();
  }

  private static String key(Identifier name) {
    return SqlName.key(name.name());
  }
}
