package dev.litmus.processor.inference;

import dev.litmus.processor.function.FunctionFacts;
import dev.litmus.processor.function.FunctionTable;
import dev.litmus.processor.schema.ApplicationFunction;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.StorageClass;
import java.util.List;
import java.util.stream.IntStream;

/** The functions that a query can call: SQLite's, and what the application declares of its own. */
public final class ApplicationFacts {

  private ApplicationFacts() {}

  /** Returns the functions of a schema, those of the application first. */
  public static FunctionTable table(Schema schema) {
    List<FunctionFacts> own =
        schema.applicationFunctions().stream().map(ApplicationFacts::facts).toList();
    return own.isEmpty() ? FunctionTable.builtin() : FunctionTable.builtin().with(own);
  }

  /** Never evaluated while compiling: what stands in for them there does nothing. */
  private static FunctionFacts facts(ApplicationFunction function) {
    int count = function.arguments().size();
    FunctionFacts named = function.aggregate()
        ? FunctionFacts.aggregate(function.name(), count)
        : FunctionFacts.scalar(function.name(), count);
    FunctionFacts facts = named
        .takes(function.arguments().stream()
            .map(ApplicationFunction.Argument::type)
            .toArray(SqlType[]::new))
        .gives(classes(function.result()))
        .neverNull();
    if (!function.aggregate()) {
      facts = facts.nullIf(IntStream.range(0, count)
          .filter(i -> !function.arguments().get(i).takesNull())
          .toArray());
    }
    return function.nullable() ? facts.mayBeNull("when the application says so") : facts;
  }

  private static Classes classes(SqlType type) {
    return switch (type) {
      case ANY -> Classes.ANY;
      case NUMERIC -> Classes.NUMBER;
      default -> Classes.of(StorageClass.valueOf(type.name()));
    };
  }
}
