package dev.litmus.processor.declaration;

import dev.litmus.annotations.Param;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads the parameters of a query: their types as the repository has fixed them, and the names that the SQL uses. */
final class ParameterReader {

  private final TypeReader types;

  ParameterReader(TypeReader types) {
    this.types = types;
  }

  /** Reads the parameters in order; {@code seen} makes of a place one that the compiler can point at. */
  Checked<List<ParameterDeclaration>> read(
      ExecutableElement method, ExecutableType signature, UnaryOperator<ElementOrigin> seen) {
    List<Problem> problems = new ArrayList<>();
    List<ParameterDeclaration> parameters = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      ElementOrigin given = seen.apply(ElementOrigin.ofAnnotation(parameter, Param.class));
      String name = name(parameter, given);
      if (!SourceVersion.isIdentifier(name)) {
        problems.add(invalid(given, name));
      } else if (!names.add(name)) {
        problems.add(repeated(method, seen, name));
      }
      TypeMirror type = signature.getParameterTypes().get(i);
      JavaType read = types.read(type);
      parameters.add(new ParameterDeclaration(
          name,
          RowReceiver.isReceiver(read) ? types.readResult(type) : read,
          types.nullness().of(parameter),
          types.conversions().own(parameter, read),
          seen.apply(ElementOrigin.of(parameter))));
    }
    return problems.isEmpty() ? Checked.of(parameters) : Checked.failed(problems);
  }

  /** Tells whether names are those the compiler gives when a class file has none, {@code arg0} and so on. */
  static boolean lacksNames(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.get(i).getSimpleName().contentEquals("arg" + i)) {
        return false;
      }
    }
    return !parameters.stream().allMatch(ParameterReader::isNamed);
  }

  private static boolean isNamed(VariableElement parameter) {
    return ElementOrigin.ofAnnotation(parameter, Param.class).annotation().isPresent();
  }

  private static String name(VariableElement parameter, ElementOrigin given) {
    return given
        .value()
        .map(value -> value.getValue().toString())
        .orElse(parameter.getSimpleName().toString());
  }

  private static Problem invalid(ElementOrigin given, String name) {
    return Problem.of(
            ProblemCode.INVALID_NAME, given, "`" + name + "` cannot be the name of a parameter")
        .help("write a name of letters and digits, without a colon");
  }

  /** Points at the annotation that is to blame: two names that are both the parameters' own cannot be alike. */
  private static Problem repeated(
      ExecutableElement method, UnaryOperator<ElementOrigin> seen, String name) {
    ElementOrigin last = method.getParameters().stream()
        .map(parameter -> ElementOrigin.ofAnnotation(parameter, Param.class))
        .filter(given ->
            given.value().filter(value -> value.getValue().equals(name)).isPresent())
        .reduce((first, second) -> second)
        .orElseThrow();
    return Problem.of(
            ProblemCode.REPEATED_NAME,
            seen.apply(last),
            "`" + method.getSimpleName() + "` has two parameters called `" + name + "`")
        .help("give each a name of its own");
  }
}
