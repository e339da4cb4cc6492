package dev.litmus.processor.inference;

import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.inference.SmallDatabase.Datum;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Severity;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.rewrite.RewrittenSql;
import dev.litmus.processor.rewrite.Slot;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlite.core.Codes;

/** Runs statements on small databases, and tells what is wrong with what was inferred of them. */
final class Judge {

  private static final Pattern HUGE =
      Pattern.compile("9223372036854775|1e999|0x7f", Pattern.CASE_INSENSITIVE);

  /** What sums and the like leave the numbers by: granted, as {@link Value} says. */
  private static final Pattern ARITHMETIC = Pattern.compile(
      "[-+*/%~]|<<|sum|avg|total|pow|exp|round|ln\\(|sqrt|mod|abs", Pattern.CASE_INSENSITIVE);

  private static final Map<SqlType, List<Object>> OF_TYPE = Map.of(
      SqlType.INTEGER, List.of(1L, 0L, 2L, -1L),
      SqlType.REAL, List.of(1.0, 0.5, 0.0),
      SqlType.NUMERIC, List.of(1L, 0.5, 0L),
      SqlType.TEXT, List.of("a", "", "1", "b", "A"),
      SqlType.BLOB, List.of(new byte[] {'a'}, new byte[0]),
      SqlType.ANY, List.of(1L, 0L, 2L, "a", "", "1", 0.5, new byte[] {'a'}));

  private final Schema schema;
  private final List<SmallDatabase> databases;
  private final Dice dice;

  Judge(Schema schema, List<SmallDatabase> databases, long seed) {
    this.schema = schema;
    this.databases = databases;
    this.dice = new Dice(seed);
  }

  /**
   * What came of a statement.
   *
   * @param valid whether SQLite accepts it
   * @param claims how much is claimed: rows, columns that are not NULL, types
   * @param rows whether a row was seen
   * @param fault what is wrong, in words; empty when nothing is
   */
  record Verdict(boolean valid, int claims, boolean rows, Optional<String> fault) {
    static Verdict faulty(String fault) {
      return new Verdict(true, 0, false, Optional.of(fault));
    }
  }

  Verdict judge(String sql) throws SQLException {
    ParsedQuery query = QueryParser.parse(sql);
    Rewriter rewriter = Rewriter.of(Set.of());
    RewrittenSql rewritten;
    Checked<QueryFacts> checked;
    try {
      rewritten = rewriter.rewrite(query);
      checked = Analyzer.analyze(
          schema, Neighbours.NONE, query, rewriter, Assumptions.of(Set.of()), new Origin() {});
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      return Verdict.faulty("crash: " + e + (trace.length > 0 ? " at " + trace[0] : ""));
    }
    // Doubts are about what is valid, and random statements deserve them.
    List<Problem> problems = checked.problems().stream()
        .filter(problem -> problem.code().severity() != Severity.WARNING)
        .toList();
    boolean valid = databases.get(0).accepts(rewritten.text());
    if (!valid) {
      return new Verdict(
          false,
          0,
          false,
          problems.isEmpty() ? Optional.of("accepts what SQLite refuses") : Optional.empty());
    }
    if (!problems.isEmpty() || checked.value().isEmpty()) {
      boolean meant =
          problems.stream().allMatch(problem -> problem.code() == ProblemCode.QUOTED_STRING);
      return meant && !problems.isEmpty()
          ? new Verdict(true, 0, false, Optional.empty())
          : Verdict.faulty("refuses what SQLite accepts: " + problems);
    }
    return run(sql, rewritten, checked.value().get());
  }

  private Verdict run(String sql, RewrittenSql rewritten, QueryFacts facts) throws SQLException {
    boolean seen = false;
    for (SmallDatabase database : databases) {
      for (int i = rewritten.bindings().isEmpty() ? 1 : 2; i > 0; i--) {
        boolean typed = database.filling().isAsDeclared();
        List<Object> parameters = parameters(rewritten, facts, typed);
        Optional<List<List<Datum>>> rows = database.run(rewritten.text(), parameters);
        seen |= rows.filter(all -> !all.isEmpty()).isPresent();
        Optional<String> fault = rows.flatMap(all -> fault(sql, facts, all, database.filling()));
        if (fault.isPresent()) {
          return Verdict.faulty(fault.get() + " in " + database.filling() + " with " + parameters);
        }
      }
    }
    return new Verdict(true, claims(facts), seen, Optional.empty());
  }

  private List<Object> parameters(RewrittenSql rewritten, QueryFacts facts, boolean typed) {
    Map<List<String>, Object> values = new HashMap<>();
    List<Object> bound = new ArrayList<>();
    for (Slot slot : rewritten.bindings()) {
      List<String> path = ((Slot.Value) slot).path();
      SqlType type = facts.parameters().stream()
          .filter(parameter -> parameter.path().equals(path))
          .findFirst()
          .map(ParameterFacts::type)
          .orElse(SqlType.ANY);
      bound.add(values.computeIfAbsent(
          path, p -> dice.pick(OF_TYPE.get(typed || dice.chance(60) ? type : SqlType.ANY))));
    }
    return bound;
  }

  private static int claims(QueryFacts facts) {
    int claims = facts.cardinality().rows() == Rows.MANY ? 0 : 1;
    for (int i = 0; i < facts.columns().size(); i++) {
      Value value = facts.columns().get(i).value();
      claims += value.isNullable() ? 0 : 1;
      claims += value.expected().all().size() < StorageClass.values().length ? 1 : 0;
    }
    return claims;
  }

  private static Optional<String> fault(
      String sql, QueryFacts facts, List<List<Datum>> rows, Filling filling) {
    Rows claimed = facts.cardinality().rows();
    if ((claimed == Rows.NONE && !rows.isEmpty())
        || (claimed.atMostOne() && rows.size() > 1)
        || (claimed == Rows.ONE && rows.isEmpty())) {
      return Optional.of(
          "claims rows: " + claimed + ", but there are " + rows.size() + ": " + rows);
    }
    boolean granted = ARITHMETIC.matcher(sql).find()
        && (filling == Filling.EXTREME || HUGE.matcher(sql).find());
    // A BLOB that is stored as text is granted as well.
    boolean stored = sql.contains(" RETURNING ");
    boolean declared = filling.isAsDeclared() && !stored;
    for (List<Datum> row : granted ? List.<List<Datum>>of() : rows) {
      if (row.size() != facts.columns().size()) {
        return Optional.of("claims " + facts.columns().size() + " columns, but there are " + row);
      }
      for (int i = 0; i < row.size(); i++) {
        Value value = facts.columns().get(i).value();
        boolean blob = stored && row.get(i).type() == Codes.SQLITE_BLOB;
        if (!blob && isWrong(value, row.get(i), declared)) {
          return Optional.of(
              (row.get(i).type() == Codes.SQLITE_NULL ? "a NULL is seen" : "another type is seen")
                  + " in column " + (i + 1) + ": expected " + value.expected().all()
                  + ", possible " + value.possible().all()
                  + (value.isNullable() ? " or NULL" : ", not NULL") + "; the row is " + row);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isWrong(Value value, Datum datum, boolean declared) {
    if (datum.type() == Codes.SQLITE_NULL) {
      return !value.isNullable();
    }
    StorageClass storage = switch (datum.type()) {
      case Codes.SQLITE_INTEGER -> StorageClass.INTEGER;
      case Codes.SQLITE_FLOAT -> StorageClass.REAL;
      case Codes.SQLITE_TEXT -> StorageClass.TEXT;
      default -> StorageClass.BLOB;
    };
    return !(declared ? value.expected() : value.possible()).has(storage);
  }
}
