package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.RecordDeclaration;
import dev.litmus.processor.declaration.RepositoryDeclaration;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Result.Changes;
import dev.litmus.processor.model.Result.Rows;
import dev.litmus.processor.model.Result.Rows.Cardinality;
import dev.litmus.processor.model.Row;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import java.util.Map;
import java.util.Optional;

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

  private final RepositoryDeclaration repository;
  private final MethodDeclaration method;
  private final ParsedQuery query;
  private final QueryFacts facts;

  private ResultRule(
      RepositoryDeclaration repository,
      MethodDeclaration method,
      ParsedQuery query,
      QueryFacts facts) {
    this.repository = repository;
    this.method = method;
    this.query = query;
    this.facts = facts;
  }

  public static Checked<Result> check(
      RepositoryDeclaration repository,
      MethodDeclaration method,
      ParsedQuery query,
      QueryFacts facts) {
    ResultRule rule = new ResultRule(repository, method, query, facts);
    return facts.columns().isEmpty() ? rule.changes() : rule.rows();
  }

  private Checked<Result> changes() {
    Optional<Changes.Form> form =
        Optional.ofNullable(CHANGES.get(method.returnType().text()));
    return form.isPresent()
        ? Checked.of(new Changes(form.get()))
        : Checked.failed(problem(
                ProblemCode.NO_ROWS,
                "this statement yields no rows, but `" + method.name() + "` returns `"
                    + method.returnType().text() + "`")
            .help("return `void`, `int`, `long` or `boolean`, or add a RETURNING clause"));
  }

  private Checked<Result> rows() {
    JavaType type = method.returnType();
    if (type.text().equals("void")) {
      return Checked.failed(problem(
              ProblemCode.IGNORED_ROWS,
              "this statement yields rows, but `" + method.name() + "` returns nothing")
          .help("return what it yields: a record, a scalar, an `Optional` or a `List`"));
    }
    return switch (type.qualifiedName()) {
      case "java.util.Optional" -> rows(Cardinality.OPTIONAL, type);
      case "java.util.List" -> rows(Cardinality.LIST, type);
      default ->
        row(type)
            .map(row ->
                new Rows(method.nullable() ? Cardinality.ONE_OR_NULL : Cardinality.ONE, row));
    };
  }

  private Checked<Result> rows(Cardinality cardinality, JavaType type) {
    boolean parameterized =
        type instanceof JavaType.Declared declared && declared.arguments().size() == 1;
    return parameterized
        ? row(((JavaType.Declared) type).arguments().get(0)).map(row -> new Rows(cardinality, row))
        : Checked.failed(unsupported(type));
  }

  private Checked<Row> row(JavaType type) {
    Optional<ScalarType> scalar = ScalarType.of(type);
    if (scalar.isPresent()) {
      return scalarRow(scalar.get());
    }
    Optional<RecordDeclaration> record = repository.recordOf(type);
    return record.isPresent()
        ? RecordRule.check(record.get(), method, query, facts)
        : Checked.failed(unsupported(type));
  }

  private Checked<Row> scalarRow(ScalarType type) {
    int count = facts.columns().size();
    return count == 1
        ? Checked.of(new Row.ScalarRow(type))
        : Checked.failed(problem(
                ProblemCode.NOT_ONE_COLUMN,
                "this query yields " + count + " columns, but `"
                    + method.returnType().text() + "` holds one")
            .evidence("columns of the result: "
                + String.join(
                    ", ", facts.columns().stream().map(ResultColumn::name).toList()))
            .help("select one column, or return a record"));
  }

  private Problem unsupported(JavaType type) {
    return problem(ProblemCode.UNSUPPORTED_RESULT, "a row cannot become `" + type.text() + "`")
        .evidence("a row becomes a record, or one of " + String.join(", ", ScalarType.names()))
        .evidence("rows become one of these, an `Optional` or a `List` of it");
  }

  private Problem problem(ProblemCode code, String fact) {
    return Problem.of(code, method.query(), fact);
  }
}
