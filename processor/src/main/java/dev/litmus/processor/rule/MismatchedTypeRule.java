package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column is read as something that it can be. Only what can never be read is a problem: a column may hold other things than
 * it is declared to, and whatever is read is checked when it is.
 */
public final class MismatchedTypeRule {

  private static final Classes PRINTABLE = Classes.NUMBER.or(Classes.TEXT);

  private MismatchedTypeRule() {}

  public static List<Problem> check(
      MethodDeclaration method, ParsedQuery query, QueryFacts facts, Result result) {
    List<Problem> problems = new ArrayList<>();
    ValueColumns.of(result).forEach((number, type) -> {
      ResultColumn column = facts.columns().get(number - 1);
      Classes possible = possible(column);
      if (!isOfConverterAndColumn(column, type)
          && !possible.equals(Classes.NONE)
          && possible.all().stream().noneMatch(readable(type)::has)) {
        problems.add(problem(method, query, column, type));
      }
    });
    return problems;
  }

  /** That no bytes are in a column of text is only taken for granted. */
  private static Classes possible(ResultColumn column) {
    Classes inferred = column.value().possible();
    return column.declared().filter(known -> known.affinity() == Affinity.TEXT).isPresent()
        ? inferred.or(Classes.BLOB)
        : inferred;
  }

  /** Whether a column of a table and a converter meet, of which {@link ConverterRule} tells more. */
  private static boolean isOfConverterAndColumn(ResultColumn column, ValueType type) {
    return column.declared().isPresent()
        && (type instanceof ValueType.Converted
            || (type instanceof ValueType.Perhaps perhaps
                && isOfConverterAndColumn(column, perhaps.value())));
  }

  private static Problem problem(
      MethodDeclaration method, ParsedQuery query, ResultColumn column, ValueType type) {
    Problem problem = Problem.of(
        ProblemCode.MISMATCHED_TYPE,
        method.origin(),
        "column " + ResultExcerpt.nameOf(query, column) + " is always " + words(possible(column))
            + ", which cannot be read as `" + type.text() + "`");
    return ResultExcerpt.underlineSource(problem, query, column);
  }

  private static String words(Classes classes) {
    return classes.all().stream()
        .sorted()
        .map(StorageClass::name)
        .collect(Collectors.joining(" or "));
  }

  /** What the runtime reads as a type; its {@code Columns} and {@code TextColumns} decide. */
  static Classes readable(ValueType type) {
    if (type instanceof ValueType.Perhaps perhaps) {
      return readable(perhaps.value());
    }
    if (type instanceof ValueType.Converted converted) {
      return readable(converted.conversion().stored());
    }
    return type instanceof ScalarType scalar ? readable(scalar) : Classes.TEXT;
  }

  private static Classes readable(ScalarType type) {
    return switch (type) {
      case BOOLEAN, BOXED_BOOLEAN -> Classes.INTEGER;
      // A REAL without a fraction is a whole number.
      case BYTE,
          SHORT,
          INT,
          LONG,
          BOXED_BYTE,
          BOXED_SHORT,
          BOXED_INT,
          BOXED_LONG,
          OPTIONAL_INT,
          OPTIONAL_LONG,
          BIG_INTEGER,
          DURATION,
          FLOAT,
          DOUBLE,
          BOXED_FLOAT,
          BOXED_DOUBLE,
          OPTIONAL_DOUBLE -> Classes.NUMBER;
      // Numbers have a text.
      case STRING, BIG_DECIMAL, URI, PATH, HIGHLIGHTED_TEXT, SEARCH_QUERY -> PRINTABLE;
      case INSTANT, LOCAL_DATE, LOCAL_DATE_TIME, LOCAL_TIME -> Classes.TEXT;
      case UUID -> Classes.TEXT.or(Classes.BLOB);
      case BYTES -> Classes.BLOB;
    };
  }
}
