package dev.litmus.processor.declaration;

import static dev.litmus.processor.declaration.FunctionReader.isPrivate;

import dev.litmus.annotations.SqlCollation;
import dev.litmus.annotations.SqlFunction;
import dev.litmus.processor.declaration.FunctionDeclaration.Body;
import dev.litmus.processor.declaration.FunctionDeclaration.Collation;
import dev.litmus.processor.declaration.FunctionDeclaration.Function;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.ApplicationFunction;
import dev.litmus.processor.schema.ApplicationFunction.Argument;
import dev.litmus.processor.value.SqlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the methods of a class as functions and collations: their signatures are what SQL sees. */
final class FunctionMethods {

  private static final Set<ScalarType> SUPPORTED = EnumSet.of(
      ScalarType.STRING,
      ScalarType.INT,
      ScalarType.LONG,
      ScalarType.DOUBLE,
      ScalarType.BOOLEAN,
      ScalarType.BOXED_INT,
      ScalarType.BOXED_LONG,
      ScalarType.BOXED_DOUBLE,
      ScalarType.BOXED_BOOLEAN,
      ScalarType.BYTES);
  private static final String CURE =
      "use String, int, long, double, boolean, byte[], or Integer, Long, Double, Boolean";

  private final Elements elements;
  private final TypeElement holder;
  private final TypeReader types;

  FunctionMethods(Elements elements, Types types, TypeElement holder) {
    this.elements = elements;
    this.holder = holder;
    this.types = new TypeReader(elements, types, holder, new NullnessReader(new SourceTypes()));
  }

  /** Returns why generated code cannot name the class. */
  Optional<Problem> hidden() {
    return new Visibility(elements, elements.getPackageOf(holder))
        .hidden(holder)
        .map(type -> DeclarationReader.invisible(
            ElementOrigin.of(holder),
            type,
            "what brings the functions of `" + holder.getSimpleName()
                + "` to SQLite is a class of its own"));
  }

  Checked<Function> function(ExecutableElement method) {
    if (!AnnotationValues.isPresent(method, SqlFunction.class)) {
      return Checked.failed(List.of());
    }
    ElementOrigin origin = ElementOrigin.ofAnnotation(method, SqlFunction.class);
    List<Problem> problems = new ArrayList<>();
    String name = "`" + holder.getSimpleName() + "." + method.getSimpleName() + "`";
    boolean isNative = method.getModifiers().contains(Modifier.NATIVE);
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      problems.add(invalid(origin, name + " is not static", "make it static"));
    } else if (isPrivate(method) && !isNative) {
      problems.add(invalid(origin, name + " is private", "remove `private`"));
    }
    if (!method.getTypeParameters().isEmpty()) {
      problems.add(invalid(origin, name + " has type parameters", "declare it for one type"));
    }
    boolean deterministic =
        AnnotationValues.flag(method, SqlFunction.class, "deterministic").orElse(true);
    String sqlName = AnnotationValues.text(method, SqlFunction.class, "value").orElse("");
    return Checked.of(
        read(
            sqlName,
            isNative ? Body.EXTENSION : Body.METHOD,
            method,
            method,
            deterministic,
            origin,
            problems),
        problems);
  }

  /** Reads what a method takes and another, or the same, returns. */
  Function read(
      String sqlName,
      Body body,
      ExecutableElement taking,
      ExecutableElement giving,
      boolean deterministic,
      ElementOrigin origin,
      List<Problem> problems) {
    List<ScalarType> parameters = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    for (VariableElement parameter : taking.getParameters()) {
      JavaType type = types.read(parameter.asType());
      Optional<ScalarType> scalar = scalar(type);
      boolean isRest = taking.isVarArgs()
          && parameter.equals(taking.getParameters().get(parametersOf(taking) - 1));
      if (scalar.isEmpty() || isRest) {
        problems.add(invalid(
            origin,
            "`" + parameter.getSimpleName() + "` of `" + holder.getSimpleName() + "."
                + taking.getSimpleName() + "` is `" + type.text()
                + "`, which is no type of a function's argument",
            CURE));
      }
      parameters.add(scalar.orElse(ScalarType.STRING));
      arguments.add(new Argument(
          scalar.map(FunctionMethods::taken).orElse(SqlType.ANY),
          NullnessReader.isNullable(parameter, parameter.asType())));
    }
    JavaType result = types.read(giving.getReturnType());
    Optional<ScalarType> given = scalar(result);
    if (given.isEmpty()) {
      problems.add(invalid(
          origin,
          "`" + holder.getSimpleName() + "." + giving.getSimpleName() + "` returns `"
              + result.text() + "`, which is no type of a function's result",
          CURE));
    }
    ApplicationFunction sql = new ApplicationFunction(
        sqlName,
        arguments,
        given.map(FunctionMethods::stored).orElse(SqlType.ANY),
        NullnessReader.isNullable(giving, giving.getReturnType()),
        deterministic,
        body == Body.GROUP);
    return new Function(sql, body, taking.getSimpleName().toString(), parameters, given, origin);
  }

  private static int parametersOf(ExecutableElement method) {
    return method.getParameters().size();
  }

  Checked<Collation> collation(ExecutableElement method) {
    if (!AnnotationValues.isPresent(method, SqlCollation.class)) {
      return Checked.failed(List.of());
    }
    ElementOrigin origin = ElementOrigin.ofAnnotation(method, SqlCollation.class);
    boolean fits = method.getModifiers().contains(Modifier.STATIC)
        && !isPrivate(method)
        && FunctionReader.returnsInt(method)
        && parametersOf(method) == 2
        && method.getParameters().stream()
            .allMatch(parameter -> scalar(types.read(parameter.asType()))
                .filter(ScalarType.STRING::equals)
                .isPresent())
        && method.getThrownTypes().isEmpty()
        && !method.getModifiers().contains(Modifier.NATIVE);
    String name = AnnotationValues.text(method, SqlCollation.class, "value").orElse("");
    return Checked.of(
        new Collation(name, method.getSimpleName().toString(), origin),
        fits
            ? List.of()
            : List.of(Problem.of(
                    ProblemCode.INVALID_COLLATION,
                    origin,
                    "`" + holder.getSimpleName() + "." + method.getSimpleName()
                        + "` does not compare two texts")
                .help("declare it as `static int " + method.getSimpleName()
                    + "(String left, String right)`, not private, and without `throws`")));
  }

  private static Optional<ScalarType> scalar(JavaType type) {
    return ScalarType.of(type).filter(SUPPORTED::contains);
  }

  /** An integer is a number for a double as well, and every number a text. */
  private static SqlType taken(ScalarType type) {
    return switch (type) {
      case DOUBLE, BOXED_DOUBLE -> SqlType.NUMERIC;
      default -> stored(type);
    };
  }

  private static SqlType stored(ScalarType type) {
    return SqlType.valueOf(type.storage().name());
  }

  static Problem invalid(ElementOrigin origin, String fact, String cure) {
    return Problem.of(ProblemCode.INVALID_FUNCTION, origin, fact).help(cure);
  }
}
