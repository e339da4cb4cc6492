package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.KnownTypes;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.Nullness;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.declaration.RowReceiver;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Result.Changes;
import dev.litmus.processor.model.Result.Rows;
import dev.litmus.processor.model.Result.Rows.Cardinality;
import dev.litmus.processor.model.Row;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.sql.ParsedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the method returns is what the statement yields: rows of a known shape, or a number of changes. */
public final class ResultRule {

  private static final Map<String, Changes.Form> CHANGES = Map.of(
      "void",
      Changes.Form.IGNORED,
      "int",
      Changes.Form.INT,
      "long",
      Changes.Form.LONG,
      "boolean",
      Changes.Form.ANY);

  private static final Map<String, Cardinality> CONTAINERS = Map.of(
      "java.util.Optional",
      Cardinality.OPTIONAL,
      "java.util.List",
      Cardinality.LIST,
      "java.util.Set",
      Cardinality.SET,
      "java.util.stream.Stream",
      Cardinality.STREAM,
      // A page is made of a list.
      "dev.litmus.runtime.Page",
      Cardinality.LIST,
      "dev.litmus.runtime.KeysetPage",
      Cardinality.LIST);

  private static final Set<String> NUMBERS =
      Set.of("java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble");

  private static final String MAP = "java.util.Map";

  private final KnownTypes types;
  private final MethodDeclaration method;
  private final ParsedQuery query;
  private final QueryFacts facts;

  private ResultRule(
      KnownTypes types, MethodDeclaration method, ParsedQuery query, QueryFacts facts) {
    this.types = types;
    this.method = method;
    this.query = query;
    this.facts = facts;
  }

  public static Checked<Result> check(
      KnownTypes types, MethodDeclaration method, ParsedQuery query, QueryFacts facts) {
    ResultRule rule = new ResultRule(types, method, query, facts);
    if (method.batch().isPresent() && !facts.writes()) {
      return Checked.failed(BatchRule.readOnly(method.batch().get()));
    }
    return facts.columns().isEmpty() ? rule.changes() : rule.rows();
  }

  private Checked<Result> changes() {
    Optional<Changes.Form> form =
        Optional.ofNullable(CHANGES.get(method.returnType().text()));
    return form.isPresent() && method.receiver().isEmpty()
        ? Checked.of(new Changes(form.get()))
        : Checked.failed(problem(
                ProblemCode.NO_ROWS,
                "this statement yields no rows, but `" + method.name() + "` "
                    + method
                        .receiver()
                        .map(receiver -> "takes `" + receiver.type().text() + "`")
                        .orElse("returns `" + method.returnType().text() + "`"))
            .help("return `void`, `int`, `long` or `boolean`, or add a RETURNING clause"));
  }

  private Checked<Result> rows() {
    JavaType type = method.returnType();
    Optional<ParameterDeclaration> receiver = method.receiver();
    Cardinality container = CONTAINERS.get(type.qualifiedName());
    if (method.batch().isPresent() && (container != Cardinality.LIST || receiver.isPresent())) {
      return Checked.failed(problem(
              ProblemCode.UNSUPPORTED_RESULT,
              "each item of a batch may yield rows, and `" + method.name() + "` returns `"
                  + type.text() + "`")
          .help("return a `List` of what RETURNING yields"));
    }
    if (receiver.isPresent()) {
      return received(receiver.get());
    }
    if (type.text().equals("void")) {
      return Checked.failed(problem(
              ProblemCode.IGNORED_ROWS,
              "this statement yields rows, but `" + method.name() + "` returns nothing")
          .help("return what it yields: a record, a scalar, an `Optional` or a `List`"));
    }
    if (type.qualifiedName().equals(MAP)) {
      return keyed(type);
    }
    if (method.result().key().isPresent()) {
      return Checked.failed(problem(
              ProblemCode.UNSUPPORTED_KEY,
              "`@Key` is for a `Map`, but `" + method.name() + "` returns `" + type.text() + "`")
          .help("return a `Map`, or remove `@Key`"));
    }
    return container == null ? one(type) : many(container, type);
  }

  private Checked<Result> one(JavaType type) {
    Cardinality one = NUMBERS.contains(type.qualifiedName())
        ? Cardinality.OPTIONAL_NUMBER
        : nullness() == Nullness.NULLABLE ? Cardinality.ONE_OR_NULL : Cardinality.ONE;
    return row(type, nullness()).map(row -> new Rows(one, row));
  }

  private Checked<Result> many(Cardinality container, JavaType type) {
    if (container == Cardinality.STREAM && facts.writes()) {
      return Checked.failed(problem(
              ProblemCode.UNSUPPORTED_RESULT, "a change is complete before its rows are streamed")
          .help("return a `List`"));
    }
    return arguments(type, 1).isEmpty()
        ? Checked.failed(unsupported(type))
        : row(arguments(type, 1).get(0), element(container)).map(row -> new Rows(container, row));
  }

  private static List<JavaType> arguments(JavaType type, int count) {
    return type instanceof JavaType.Declared declared && declared.arguments().size() == count
        ? declared.arguments()
        : List.of();
  }

  private Checked<Result> received(ParameterDeclaration receiver) {
    Optional<JavaType> element = RowReceiver.element(receiver.type());
    if (element.isEmpty()) {
      return Checked.failed(unsupported(receiver.type()));
    }
    JavaType returned = method.returnType();
    if (RowReceiver.isCollector(receiver.type())) {
      return RowReceiver.collected(receiver.type()).equals(Optional.of(returned))
          ? row(element.get(), receiver.nullness().argument(0).itself())
              .map(row -> new Result.Collected(receiver.name(), element.get(), row))
          : Checked.failed(problem(
                  ProblemCode.UNSUPPORTED_RESULT,
                  "`" + receiver.name() + "` makes `"
                      + RowReceiver.collected(receiver.type())
                          .map(JavaType::text)
                          .orElse("?")
                      + "`, but `" + method.name() + "` returns `" + returned.text() + "`")
              .help("return what the collector makes, its third type"));
    }
    boolean counted = returned.text().equals("long");
    return counted || returned.text().equals("void")
        ? row(element.get(), receiver.nullness().argument(0).itself())
            .map(row -> new Result.Handed(receiver.name(), counted, row))
        : Checked.failed(problem(
                ProblemCode.UNSUPPORTED_RESULT,
                "`" + receiver.name() + "` gets the rows, but `" + method.name() + "` returns `"
                    + returned.text() + "`")
            .help("return `void`, or `long` for the number of rows"));
  }

  private Checked<Result> keyed(JavaType type) {
    if (arguments(type, 2).isEmpty()) {
      return Checked.failed(unsupported(type));
    }
    if (method.result().key().isEmpty()) {
      return Checked.failed(problem(
              ProblemCode.UNSUPPORTED_KEY,
              "`" + method.name() + "` returns a `Map`, and nothing says what its keys are")
          .help("name the column in `@Key`, for example `@Key(\""
              + facts.columns().get(0).name() + "\")`"));
    }
    String name = method.result().key().get();
    List<ResultColumn> found = facts.columns().stream()
        .filter(column -> column.name().equalsIgnoreCase(name))
        .toList();
    if (found.size() != 1) {
      return Checked.failed(problem(
              ProblemCode.UNSUPPORTED_KEY,
              found.isEmpty()
                  ? "the result has no column `" + name + "`, which `@Key` names"
                  : "the result has " + found.size() + " columns `" + name + "`")
          .evidence("columns of the result: " + columnNames())
          .suggest(
              found.isEmpty()
                  ? Suggestions.nearest(
                      name, facts.columns().stream().map(ResultColumn::name).toList())
                  : Optional.empty()));
    }
    JavaType keyType = arguments(type, 2).get(0);
    // Of two arrays with the same bytes, neither is the other.
    Optional<ValueType> key =
        types.columnOf(keyType, Optional.empty()).filter(read -> read != ScalarType.BYTES);
    if (key.isEmpty()) {
      return Checked.failed(SupportedTypes.list(
          problem(
              ProblemCode.UNSUPPORTED_KEY, "`" + keyType.text() + "` cannot be the key of a row"),
          "read"));
    }
    int column = found.get(0).index();
    // Whatever is declared, a key is required when it is read.
    Row.ValueRow keyRow = new Row.ValueRow(key.get(), column, Nullness.NOT_NULL);
    return row(
            arguments(type, 2).get(1), method.signature().nullness().argument(1).itself(), column)
        .map(row -> new Result.Keyed(keyRow, row));
  }

  private Nullness nullness() {
    return method.signature().nullness().itself();
  }

  /** NULL in the only row of an {@code Optional} is an empty one, as no row is. */
  private Nullness element(Cardinality container) {
    return container == Cardinality.OPTIONAL
        ? Nullness.NULLABLE
        : method.signature().nullness().argument(0).itself();
  }

  private Checked<Row> row(JavaType type, Nullness nullness) {
    return row(type, nullness, 0);
  }

  /** What a row becomes; a column {@code key} has been used already, 0 for none. */
  private Checked<Row> row(JavaType type, Nullness nullness, int key) {
    Optional<ValueType> value = types.columnOf(type, method.result().conversion());
    return value.isPresent()
        ? valueRow(value.get(), nullness, key)
        : ObjectRule.check(type, types, method, query, facts, Set.of(key))
            .orElseGet(() -> Checked.failed(unsupported(type)));
  }

  private Checked<Row> valueRow(ValueType type, Nullness nullness, int key) {
    List<ResultColumn> columns =
        facts.columns().stream().filter(column -> column.index() != key).toList();
    if (columns.size() == 1) {
      return Checked.of(new Row.ValueRow(type, columns.get(0).index(), nullness));
    }
    return columns.isEmpty()
        ? Checked.of(new Row.ValueRow(type, key, nullness))
        : Checked.failed(problem(
                ProblemCode.NOT_ONE_COLUMN,
                "this query yields " + facts.columns().size() + " columns, but `"
                    + method.returnType().text() + "` holds " + (key == 0 ? "one" : "two"))
            .evidence("columns of the result: " + columnNames())
            .help("select one column, or return a record"));
  }

  private String columnNames() {
    Function<ResultColumn, String> name = ResultColumn::name;
    return String.join(", ", facts.columns().stream().map(name).toList());
  }

  private Problem unsupported(JavaType type) {
    Problem problem =
        problem(ProblemCode.UNSUPPORTED_RESULT, "a row cannot become `" + type.text() + "`");
    return SupportedTypes.list(
        problem
            .evidence("a row becomes a record, another class by its constructor, or one value")
            .evidence(
                "rows become one of these, an `Optional`, `List`, `Set`, `Map`, `Stream`, `Page` or `KeysetPage` of it"),
        "read");
  }

  private Problem problem(ProblemCode code, String fact) {
    return Problem.of(code, method.origin(), fact);
  }
}
