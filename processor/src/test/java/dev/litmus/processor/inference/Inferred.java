package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is inferred, in words that tables of tests are written in. */
final class Inferred {

  private Inferred() {}

  /** Returns the columns, {@code INTEGER? TEXT}: a question mark where NULL may be. */
  static String columns(Schema schema, String sql) {
    return infer(schema, sql)
        .columns()
        .map(values -> values.stream().map(Inferred::value).collect(Collectors.joining(" ")))
        .orElse("unknown");
  }

  static String rows(Schema schema, String sql) {
    return infer(schema, sql).cardinality().rows().text();
  }

  /** Returns the parameters, {@code id=INTEGER name=TEXT?}. */
  static String parameters(Schema schema, String sql) {
    return infer(schema, sql).parameters().stream()
        .map(p -> (p.path().isEmpty() ? p.text() : String.join(".", p.path())) + "=" + p.type()
            + (p.nullable() ? "?" : ""))
        .collect(Collectors.joining(" "));
  }

  /** Returns why the first column may be NULL. */
  static Optional<String> reason(Schema schema, String sql) {
    return infer(schema, sql)
        .columns()
        .map(List::stream)
        .flatMap(values -> values.findFirst())
        .flatMap(Value::nullReason)
        .map(reason -> reason.words());
  }

  static Inference infer(Schema schema, String sql) {
    return Inferrer.infer(schema, QueryParser.parse(sql), Assumptions.NONE);
  }

  private static String value(Value value) {
    return value.type() + (value.isNullable() ? "?" : "");
  }
}
