package dev.litmus.runtime;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.ConstraintException.Kind;
import dev.litmus.runtime.internal.driver.ReportedError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a violated constraint says of itself: its kind by SQLite's code, its table and columns out of SQLite's words, which
 * quote nothing but the name of an index.
 *
 * @param table the table, or null
 * @param columns the columns, empty without a table
 * @param constraint the name of the check or index, or null
 */
record ConstraintWords(
    Kind kind,
    @Nullable String table,
    List<String> columns,
    @Nullable String constraint) {

  private static final Pattern COLUMNS = Pattern.compile(
      "(?:UNIQUE|NOT NULL) constraint failed: (?:index '(?<index>.+)'|(?<columns>.+))",
      Pattern.DOTALL);
  private static final Pattern CHECK =
      Pattern.compile("CHECK constraint failed: (.+)", Pattern.DOTALL);
  private static final Pattern STORE =
      Pattern.compile("cannot store \\w+ value in (\\w+) column (.+)", Pattern.DOTALL);

  static Verdict of(ReportedError error) {
    ConstraintWords read = read(error.code(), error.words());
    return new Verdict(
        (database, statement, fact, advice, cause) -> new ConstraintException(
            database,
            statement,
            read.kind,
            read.table,
            read.columns,
            read.constraint,
            fact,
            advice,
            cause),
        error.words(),
        read.advice(error.words()));
  }

  static ConstraintWords read(int code, String words) {
    Kind kind = kind(code, words);
    Matcher columns = COLUMNS.matcher(words);
    if (columns.matches()) {
      String index = columns.group("index");
      return index == null
          ? ofColumns(kind, columns.group("columns"))
          : new ConstraintWords(kind, null, List.of(), index.replace("''", "'"));
    }
    Matcher check = CHECK.matcher(words);
    if (check.matches()) {
      return new ConstraintWords(kind, null, List.of(), check.group(1));
    }
    Matcher store = STORE.matcher(words);
    return store.matches()
        ? ofColumns(kind, store.group(2))
        : new ConstraintWords(kind, null, List.of(), null);
  }

  /** Of {@code t.a, t.b} the table ends at the first dot; what stands before it begins every column. */
  private static ConstraintWords ofColumns(Kind kind, String names) {
    int dot = names.indexOf('.');
    if (dot < 0) {
      return new ConstraintWords(kind, null, List.of(), null);
    }
    String table = names.substring(0, dot);
    String between = ", " + table + ".";
    return new ConstraintWords(
        kind, table, List.of(names.substring(dot + 1).split(Pattern.quote(between), -1)), null);
  }

  /** Virtual tables raise the plain code; the rtree says UNIQUE all the same. */
  private static Kind kind(int code, String words) {
    return switch (code) {
      case 275 -> Kind.CHECK;
      case 787 -> Kind.FOREIGN_KEY;
      case 1299 -> Kind.NOT_NULL;
      case 1555 -> Kind.PRIMARY_KEY;
      case 1811 -> Kind.TRIGGER;
      case 2067 -> Kind.UNIQUE;
      case 2323 -> Kind.VIRTUAL_TABLE;
      case 2579 -> Kind.ROWID;
      case 3091 -> Kind.DATATYPE;
      case 19 ->
        words.startsWith("UNIQUE constraint failed: ")
            ? Kind.UNIQUE
            : words.contains("constraint failed: ") ? Kind.VIRTUAL_TABLE : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  private String advice(String words) {
    return switch (kind) {
      case UNIQUE, PRIMARY_KEY, ROWID -> taken();
      case NOT_NULL ->
        table == null
            ? "Give every required column a value"
            : "Give `" + table + "." + columns.get(0) + "` a value";
      case CHECK ->
        constraint == null
            ? "Give values that the schema's checks allow"
            : "Give values that the check `" + constraint + "` allows";
      case FOREIGN_KEY ->
        "Write the row that is referred to first, and delete the rows that refer to it before it";
      case TRIGGER -> "A trigger of the schema refused this, in its own words";
      case DATATYPE -> store(words);
      case VIRTUAL_TABLE, OTHER -> "Give values that the schema allows";
    };
  }

  private String taken() {
    String what;
    if (table != null) {
      what = "with this `" + String.join("`, `", columns) + "` exists already in `" + table + "`";
    } else if (constraint != null) {
      what = "with the same key in the index `" + constraint + "` exists already";
    } else {
      what = "with this key exists already";
    }
    return "A row " + what + ": change that one, or give another value";
  }

  private String store(String words) {
    Matcher store = STORE.matcher(words);
    return store.matches() && table != null
        ? "Give `" + table + "." + columns.get(0) + "` a value of the type " + store.group(1)
        : "Give values of the types that the columns have";
  }
}
