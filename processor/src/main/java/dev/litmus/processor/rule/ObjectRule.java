package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.declaration.ComponentDeclaration;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.KnownTypes;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Row;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row becomes an object when names agree both ways: every component has one column, every column one component. Components
 * of a record are meant, or parameters of a class's constructor; of several constructors the first that agrees is called.
 */
final class ObjectRule {

  /** Objects inside objects: without a prefix, one could be inside itself. */
  private static final int DEEPEST = 8;

  private final JavaType.Declared type;
  private final KnownTypes types;
  private final MethodDeclaration method;
  private final ParsedQuery query;
  private final QueryFacts facts;
  private final Set<Integer> ignored;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Integer> used = new HashSet<>();
  private final Set<String> suggested = new HashSet<>();

  private ObjectRule(
      JavaType.Declared type,
      KnownTypes types,
      MethodDeclaration method,
      ParsedQuery query,
      QueryFacts facts,
      Set<Integer> ignored) {
    this.type = type;
    this.types = types;
    this.method = method;
    this.query = query;
    this.facts = facts;
    this.ignored = ignored;
  }

  /**
   * Returns how rows become objects of a type; empty for a type that no object can be made of.
   *
   * @param ignored the numbers of columns that may have no component
   */
  static Optional<Checked<Row>> check(
      JavaType type,
      KnownTypes types,
      MethodDeclaration method,
      ParsedQuery query,
      QueryFacts facts,
      Set<Integer> ignored) {
    List<List<ComponentDeclaration>> constructors = constructors(type, types);
    if (constructors.isEmpty()) {
      return Optional.empty();
    }
    List<Checked<Row>> rows = constructors.stream()
        .map(components -> new ObjectRule(
                (JavaType.Declared) type, types, method, query, facts, ignored)
            .check(components))
        .toList();
    return Optional.of(rows.stream()
        .filter(row -> row.value().isPresent())
        .findFirst()
        .orElse(rows.size() == 1 ? rows.get(0) : noneOf(type, constructors, method, facts)));
  }

  private static List<List<ComponentDeclaration>> constructors(JavaType type, KnownTypes types) {
    return types
        .recordOf(type)
        .map(record -> List.of(record.components()))
        .or(() -> types.classOf(type).map(declared -> declared.constructors()))
        .orElse(List.of());
  }

  private static Checked<Row> noneOf(
      JavaType type,
      List<List<ComponentDeclaration>> constructors,
      MethodDeclaration method,
      QueryFacts facts) {
    Problem problem = Problem.of(
            ProblemCode.MISSING_COLUMN,
            method.origin(),
            "no constructor of `" + type.text() + "` takes the columns of the result")
        .evidence("columns of the result: " + names(facts.columns()));
    for (List<ComponentDeclaration> parameters : constructors) {
      problem = problem.evidence("a constructor takes: "
          + String.join(
              ", ", parameters.stream().map(ComponentDeclaration::name).toList()));
    }
    return Checked.failed(problem);
  }

  private Checked<Row> check(List<ComponentDeclaration> components) {
    Row.ObjectRow row = object(type, components, ColumnNames.all(facts.columns()), 0);
    for (ResultColumn column : facts.columns()) {
      // What a component most likely means was named with it: one cause is one error.
      if (!used.contains(column.index())
          && !ignored.contains(column.index())
          && !suggested.contains(column.name())) {
        problems.add(unusedColumn(column, components));
      }
    }
    return problems.isEmpty() ? Checked.of(row) : Checked.failed(problems);
  }

  private Row.ObjectRow object(
      JavaType.Declared object,
      List<ComponentDeclaration> components,
      ColumnNames columns,
      int depth) {
    List<Row.Part> parts = new ArrayList<>();
    for (ComponentDeclaration component : components) {
      Optional<ValueType> value = types.columnOf(component.type(), component.conversion());
      Optional<JavaType> nested = nested(component);
      if (value.isPresent()) {
        column(object, component, columns)
            .ifPresent(
                column -> parts.add(new Row.ColumnPart(component, value.get(), column.index())));
      } else if (nested.isPresent() && depth < DEEPEST) {
        nested(object, component, nested.get(), columns, depth).ifPresent(parts::add);
      } else {
        column(object, component, columns)
            .ifPresent(column -> problems.add(unsupported(object, component, column)));
      }
    }
    return new Row.ObjectRow(object, parts);
  }

  /** The type of a component that is an object itself; an {@code Optional} is looked into. */
  private Optional<JavaType> nested(ComponentDeclaration component) {
    return Stream.concat(Stream.of(component.type()), optional(component).stream())
        .filter(candidate -> !constructors(candidate, types).isEmpty())
        .findFirst();
  }

  private static Optional<JavaType> optional(ComponentDeclaration component) {
    return component.type() instanceof JavaType.Declared declared
            && declared.qualifiedName().equals("java.util.Optional")
            && declared.arguments().size() == 1
        ? Optional.of(declared.arguments().get(0))
        : Optional.empty();
  }

  private Optional<Row.Part> nested(
      JavaType.Declared object,
      ComponentDeclaration component,
      JavaType nested,
      ColumnNames columns,
      int depth) {
    ColumnNames own = component
        .prefix()
        .map(columns::behindPrefix)
        .orElseGet(() -> columns.behindDot(component.name()));
    if (own.isEmpty()) {
      problems.add(missingObject(object, component));
      return Optional.empty();
    }
    List<List<ComponentDeclaration>> constructors = constructors(nested, types);
    List<ComponentDeclaration> components = constructors.stream()
        .filter(parameters -> own.size() == parameters.size())
        .findFirst()
        .orElse(constructors.get(0));
    return Optional.of(new Row.ObjectPart(
        component,
        object((JavaType.Declared) nested, components, own, depth + 1),
        !nested.equals(component.type())));
  }

  private Optional<ResultColumn> column(
      JavaType.Declared object, ComponentDeclaration component, ColumnNames columns) {
    List<ResultColumn> found = columns.of(component);
    found.forEach(column -> used.add(column.index()));
    if (found.isEmpty()) {
      problems.add(missingColumn(object, component, columns));
    } else if (found.size() > 1) {
      problems.add(ambiguousColumn(object, component, found));
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private Problem missingColumn(
      JavaType.Declared object, ComponentDeclaration component, ColumnNames columns) {
    Optional<ResultColumn> near =
        columns.without(used).nearest(component.column().orElse(component.name()));
    near.map(ResultColumn::name).ifPresent(suggested::add);
    Problem problem = problem(
            ProblemCode.MISSING_COLUMN,
            "no column for the component `" + path(object, component) + "`")
        .evidence("columns of the result: " + names(facts.columns()));
    return component
        .column()
        .map(name -> problem.note("`@Column` says that it is called `" + name + "`"))
        .orElse(problem)
        .suggest(near.map(ResultColumn::name));
  }

  private Problem missingObject(JavaType.Declared object, ComponentDeclaration component) {
    String name = component.name();
    Problem problem = problem(
            ProblemCode.MISSING_COLUMN,
            "no columns for the component `" + path(object, component) + "`")
        .evidence("columns of the result: " + names(facts.columns()));
    return component.prefix().isPresent()
        ? problem.note("`@Embedded` says that their names begin with `"
            + component.prefix().get() + "`")
        : problem.help("`" + component.type().text() + "` has columns of its own: call them `AS \""
            + name + ".…\"`, or give the component `@Embedded(prefix = \"" + name + "_\")`");
  }

  private Problem unusedColumn(ResultColumn column, List<ComponentDeclaration> components) {
    List<String> names = components.stream().map(ComponentDeclaration::name).toList();
    Problem problem = problem(
        ProblemCode.UNUSED_COLUMN,
        "column `" + column.name() + "` has no component in `" + type.simpleName() + "`");
    Problem shown = ResultExcerpt.underline(problem, query, column)
        .evidence("components of `" + type.simpleName() + "`: " + String.join(", ", names));
    return column.name().matches("[\\w.]+")
        ? shown
        : shown.help("name it after a component with AS");
  }

  private Problem ambiguousColumn(
      JavaType.Declared object, ComponentDeclaration component, List<ResultColumn> columns) {
    Problem problem = problem(
        ProblemCode.AMBIGUOUS_COLUMN,
        columns.size() + " columns for the component `" + path(object, component) + "`");
    return ResultExcerpt.underline(problem, query, columns.get(0))
        .evidence("columns of the result: " + names(facts.columns()))
        .help("give all but one of them another name with AS, or leave them out");
  }

  private Problem unsupported(
      JavaType.Declared object, ComponentDeclaration component, ResultColumn column) {
    Problem problem = problem(
        ProblemCode.UNSUPPORTED_RESULT,
        "column `" + column.name() + "` cannot become `" + component.type().text()
            + "`, the type of `" + path(object, component) + "`");
    return SupportedTypes.list(ResultExcerpt.underline(problem, query, column), "read");
  }

  private static String path(JavaType.Declared object, ComponentDeclaration component) {
    return object.simpleName() + "." + component.name();
  }

  private static String names(List<ResultColumn> columns) {
    return String.join(", ", columns.stream().map(ResultColumn::name).toList());
  }

  private Problem problem(ProblemCode code, String fact) {
    return Problem.of(code, method.origin(), fact);
  }
}
