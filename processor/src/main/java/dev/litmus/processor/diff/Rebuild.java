package dev.litmus.processor.diff;

import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.print.Printer;
import dev.litmus.processor.sql.tree.ColumnConstraint;
import dev.litmus.processor.sql.tree.ColumnDefinition;
import dev.litmus.processor.sql.tree.ConflictClauses;
import dev.litmus.processor.sql.tree.Definition.CreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table made anew under another name, with the rows of the old one: the change that SQLite has no statement for.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html#otheralter">Making other kinds of table schema changes</a>
 */
final class Rebuild {

  /** What SQLite calls the number of a row. */
  static final List<String> ROW_NUMBERS = List.of("rowid", "_rowid_", "oid");

  private final SchemaObject before;
  private final SchemaObject after;
  private final CreateTable wanted;
  private final String name;
  private final String temporary;
  private final List<String> todo = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  private Rebuild(SchemaObject before, SchemaObject after, CreateTable wanted, String temporary) {
    this.before = before;
    this.after = after;
    this.wanted = wanted;
    this.name = SqlName.of(after.name());
    this.temporary = SqlName.of(temporary);
  }

  /**
   * Returns the statements, a line each or more.
   *
   * @param temporary a name that nothing else has
   * @param rowNumbers whether rows keep the numbers that SQLite has given them without being asked
   */
  static String steps(
      SchemaObject before, SchemaObject after, String temporary, boolean rowNumbers) {
    return after.definition().orElse(null) instanceof CreateTable wanted
        ? new Rebuild(before, after, wanted, temporary).steps(rowNumbers)
        : todo(SqlName.of(after.name()) + " has to be made anew, and its structure is not known");
  }

  private String steps(boolean rowNumbers) {
    if (rowNumbers) {
      keepRowNumbers();
    }
    for (Column column : after.columns()) {
      if (!column.generated()) {
        column(column);
      }
    }
    for (Column column : before.columns()) {
      if (!column.generated()
          && find(column.name(), after).filter(c -> !c.generated()).isEmpty()) {
        todo.add("the values of " + name + "." + column.name() + " are lost");
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("CREATE TABLE " + temporary + " (");
    lines.addAll(after.lines().subList(1, after.lines().size() - 1));
    lines.add(after.lines().get(after.lines().size() - 1) + ";");
    if (targets.isEmpty()) {
      todo.add("the rows of " + name + " are lost: no column stays");
    }
    todo.forEach(what -> lines.add(todo(what)));
    if (!targets.isEmpty()) {
      // What the table says of rows to come is not meant for those that are there.
      lines.add("INSERT " + (ConflictClauses.dropRows(wanted) ? "OR ABORT " : "") + "INTO "
          + temporary + " (" + String.join(", ", targets) + ")");
      lines.add("SELECT " + String.join(", ", values));
      lines.add("FROM " + SqlName.of(before.name()) + ";");
    }
    if (isNumbered(before) && isNumbered(after)) {
      addNumbers(lines);
    }
    lines.add("DROP TABLE " + SqlName.of(before.name()) + ";");
    lines.add("ALTER TABLE " + temporary + " RENAME TO " + name + ";");
    return String.join("\n", lines);
  }

  /** Where a table has no column for them; a full-text index beside it finds rows by them. */
  private void keepRowNumbers() {
    boolean stay = isRowidTable(before)
        && isRowidTable(after)
        && after.columns().stream()
            .noneMatch(
                column -> column.numbersRows() && find(column.name(), before).isPresent());
    ROW_NUMBERS.stream()
        .filter(called ->
            stay && find(called, before).isEmpty() && find(called, after).isEmpty())
        .findFirst()
        .ifPresent(called -> {
          targets.add(called);
          values.add(called);
        });
  }

  private static boolean isRowidTable(SchemaObject table) {
    return table.definition().orElse(null) instanceof CreateTable made && !made.withoutRowid();
  }

  /** The numbers that rows once had are not given again. */
  private void addNumbers(List<String> lines) {
    lines.add("DELETE FROM sqlite_sequence WHERE name = " + text(unquoted(temporary)) + ";");
    lines.add("INSERT INTO sqlite_sequence (name, seq)");
    lines.add("SELECT " + text(unquoted(temporary)) + ", seq FROM sqlite_sequence WHERE name = "
        + text(before.name()) + ";");
  }

  private static boolean isNumbered(SchemaObject table) {
    return table.tokens().contains("AUTOINCREMENT");
  }

  /** Returns a comment of one line, whatever names have in them. */
  static String todo(String what) {
    return "-- TODO " + what.replaceAll("\\R", " ");
  }

  private void column(Column column) {
    Optional<Column> old = find(column.name(), before);
    if (old.isPresent()) {
      add(column, kept(column, old.get()));
    } else if (column.notNull() && !column.hasDefault()) {
      String value = placeholder(column);
      todo.add("a value for " + name + "." + column.name() + ", which is not NULL");
      add(column, value);
    }
  }

  private String kept(Column column, Column old) {
    String value = SqlName.of(old.name());
    boolean cast = isCast(column, old);
    if (cast || isConverted(column, old)) {
      todo.add("the values of " + name + "." + column.name() + " become " + column.declaredType());
    }
    if (cast) {
      value = "CAST(" + value + " AS " + column.declaredType() + ")";
    }
    if (column.notNull() && !old.notNull() && !column.numbersRows()) {
      String other = declared(column).flatMap(Rebuild::constant).orElse(placeholder(column));
      todo.add("NULL in " + name + "." + column.name() + " becomes " + other);
      value = "coalesce(" + value + ", " + other + ")";
    }
    return value;
  }

  /** A STRICT table refuses what the old one may hold. */
  private boolean isCast(Column column, Column old) {
    boolean sameType = column.declaredType().equalsIgnoreCase(old.declaredType());
    return wanted.strict()
        && !column.declaredType().equalsIgnoreCase("ANY")
        && !(isStrict(before) && sameType);
  }

  /** What looks like a number becomes one, and is spelt differently ever after: {@code 007}, or digits beyond 64 bits. */
  private boolean isConverted(Column column, Column old) {
    Affinity wantedAffinity = storage(column, after);
    return wantedAffinity != Affinity.BLOB && wantedAffinity != storage(old, before);
  }

  /** A column of integers stores what one of numbers does, and one of ANY in a STRICT table what it is given. */
  private static Affinity storage(Column column, SchemaObject table) {
    if (isStrict(table) && column.declaredType().equalsIgnoreCase("ANY")) {
      return Affinity.BLOB;
    }
    return column.affinity() == Affinity.INTEGER ? Affinity.NUMERIC : column.affinity();
  }

  private static boolean isStrict(SchemaObject table) {
    return table.definition().orElse(null) instanceof CreateTable made && made.strict();
  }

  private Optional<ColumnDefinition> declared(Column column) {
    return wanted.columns().stream()
        .filter(candidate -> candidate.name().is(column.name()))
        .findFirst();
  }

  private static Optional<String> constant(ColumnDefinition column) {
    return column.constraints().stream()
        .filter(ColumnConstraint.Default.class::isInstance)
        .map(constraint -> Printer.print(((ColumnConstraint.Default) constraint).value()))
        .filter(value -> !value.toUpperCase(Locale.ROOT).equals("NULL"))
        .findFirst();
  }

  private static String placeholder(Column column) {
    return switch (column.affinity()) {
      case TEXT -> "''";
      case BLOB -> column.declaredType().equalsIgnoreCase("BLOB") ? "x''" : "''";
      case INTEGER, REAL, NUMERIC -> "0";
    };
  }

  private void add(Column column, String value) {
    targets.add(SqlName.of(column.name()));
    values.add(value);
  }

  private static Optional<Column> find(String called, SchemaObject table) {
    return table.columns().stream()
        .filter(column -> column.name().equalsIgnoreCase(called))
        .findFirst();
  }

  private static String unquoted(String sqlName) {
    return SqlName.meantBy(sqlName);
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
