package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.BatchItems;
import dev.litmus.processor.declaration.ComponentDeclaration;
import dev.litmus.processor.declaration.Conversion;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.KnownTypes;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.Nullness;
import dev.litmus.processor.declaration.PageType;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.declaration.ParameterType;
import dev.litmus.processor.declaration.RecordDeclaration;
import dev.litmus.processor.declaration.Storage;
import dev.litmus.processor.declaration.TypeNullness;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every name in the query leads to a value of the method, and every parameter of the method is used. */
public final class ParameterRule {

  private final KnownTypes types;
  private final MethodDeclaration method;
  private final ParsedQuery query;

  private ParameterRule(KnownTypes types, MethodDeclaration method, ParsedQuery query) {
    this.types = types;
    this.method = method;
    this.query = query;
  }

  /** Returns the binding of each path that the query names and that leads to a value. */
  public static Checked<Map<List<String>, Binding>> check(
      KnownTypes types, MethodDeclaration method, ParsedQuery query) {
    return new ParameterRule(types, method, query).check();
  }

  private Checked<Map<List<String>, Binding>> check() {
    List<Problem> problems = new ArrayList<>();
    Map<List<String>, Parameter> references = new LinkedHashMap<>();
    query.parameters().forEach(reference -> references.putIfAbsent(reference.path(), reference));
    Map<List<String>, Binding> bindings = new HashMap<>();
    for (Parameter reference : references.values()) {
      Checked<Binding> binding = resolve(reference);
      binding.value().ifPresent(b -> bindings.put(b.path(), b));
      problems.addAll(binding.problems());
    }
    problems.addAll(unused());
    return Checked.of(bindings, problems);
  }

  private Checked<Binding> resolve(Parameter reference) {
    String root = reference.path().get(0);
    Optional<ParameterDeclaration> parameter =
        method.parameters().stream().filter(p -> p.name().equals(root)).findFirst();
    return parameter.isEmpty()
        ? Checked.failed(unknownParameter(reference, root))
        : descend(reference, start(parameter.get()), 1);
  }

  /** What a part of a path leads to. */
  private record Step(JavaType type, TypeNullness nullness, Optional<Conversion> own) {

    static Step to(ComponentDeclaration component) {
      return new Step(component.type(), component.nullness(), component.conversion());
    }
  }

  /** In a batch, the name of the parameter that has the items stands for one of them. */
  private Step start(ParameterDeclaration parameter) {
    boolean hasItems = method.items().equals(Optional.of(parameter));
    return new Step(
        hasItems ? BatchItems.of(parameter.type()).orElseThrow() : parameter.type(),
        hasItems ? parameter.nullness().argument(0) : parameter.nullness(),
        parameter.conversion());
  }

  /** Follows the path from a step; {@code next} is the number of the component to look up. */
  private Checked<Binding> descend(Parameter reference, Step step, int next) {
    JavaType type = step.type();
    Optional<RecordDeclaration> record = types.recordOf(type);
    if (next == reference.path().size()) {
      return types
          .parameterOf(type, step.own())
          .map(known -> bind(reference, known, step.nullness()))
          .orElseGet(() -> Checked.failed(unsupported(reference, type, record)));
    }
    String name = reference.path().get(next);
    if (record.isEmpty()) {
      return Checked.failed(problem(
          ProblemCode.UNKNOWN_PARAMETER,
          reference,
          "`" + type.text() + "` is not a record, so it has no component `" + name + "`"));
    }
    Optional<ComponentDeclaration> component = record.get().component(name);
    return component.isEmpty()
        ? Checked.failed(unknownComponent(reference, record.get(), name))
        : descend(reference, Step.to(component.get()), next + 1);
  }

  /** JSON, as which a collection is bound, has no bytes. */
  private Checked<Binding> bind(Parameter reference, ParameterType type, TypeNullness nullness) {
    return type instanceof ParameterType.Values values && values.element().storage() == Storage.BLOB
        ? Checked.failed(problem(
                ProblemCode.BYTES_IN_COLLECTION,
                reference,
                "`" + String.join(".", reference.path()) + "` is `"
                    + values.type().text() + "`, and bytes cannot be bound as a collection")
            .help("call a method with one `byte[]` for each element, in one transaction"))
        : Checked.of(new Binding(reference.path(), type, nullness(type, nullness)));
  }

  /** Null on the way to the end of a path throws, and binds nothing: only the end matters. */
  private static Nullness nullness(ParameterType type, TypeNullness declared) {
    if (type instanceof ParameterType.Values) {
      return declared.argument(0).itself();
    }
    return ((ParameterType.Value) type).type().isOptional() ? Nullness.NULLABLE : declared.itself();
  }

  private Problem unknownParameter(Parameter reference, String root) {
    List<String> names = names();
    return problem(
            ProblemCode.UNKNOWN_PARAMETER,
            reference,
            "`" + method.name() + "` has no parameter `" + root + "`")
        .evidence("parameters of `" + method.name() + "`: " + Suggestions.list(names))
        .suggest(Suggestions.nearest(root, names));
  }

  private Problem unknownComponent(Parameter reference, RecordDeclaration record, String name) {
    List<String> names =
        record.components().stream().map(ComponentDeclaration::name).toList();
    String type = record.type().simpleName();
    return problem(
            ProblemCode.UNKNOWN_PARAMETER,
            reference,
            "record `" + type + "` has no component `" + name + "`")
        .evidence("components of `" + type + "`: " + String.join(", ", names))
        .suggest(Suggestions.nearest(name, names));
  }

  private Problem unsupported(
      Parameter reference, JavaType type, Optional<RecordDeclaration> record) {
    Problem problem = problem(
        ProblemCode.UNSUPPORTED_PARAMETER,
        reference,
        "`" + String.join(".", reference.path()) + "` is `" + type.text()
            + "`, which is not one value of SQLite's");
    Optional<String> first =
        record.flatMap(r -> r.components().stream().findFirst()).map(ComponentDeclaration::name);
    return first.isPresent()
        ? problem.help("name a component of the record, for example `:"
            + String.join(".", reference.path()) + "." + first.get() + "`")
        : SupportedTypes.list(problem, "passed")
            .evidence("in `IN (…)` also a `Collection`, `List` or `Set` of them");
  }

  /** A parameter that an unknown name most likely means is not reported a second time. */
  private List<Problem> unused() {
    return method.parameters().stream()
        .filter(parameter -> !isReferenced(parameter.name()) && !isMeant(parameter.name()))
        .filter(parameter -> !method.receiver().equals(Optional.of(parameter)))
        .filter(parameter -> !PageType.isRequest(parameter.type()))
        .map(parameter -> Problem.of(
                ProblemCode.UNUSED_PARAMETER,
                parameter.origin(),
                "the query of `" + method.name() + "` does not use the parameter `"
                    + parameter.name() + "`")
            .help("write `:" + parameter.name() + "` in the query, or remove the parameter"))
        .toList();
  }

  private boolean isReferenced(String name) {
    return query.parameters().stream().anyMatch(r -> r.path().get(0).equals(name));
  }

  private boolean isMeant(String name) {
    return query.parameters().stream()
        .map(reference -> reference.path().get(0))
        .filter(root -> !names().contains(root))
        .anyMatch(root -> Suggestions.nearest(root, names()).equals(Optional.of(name)));
  }

  private List<String> names() {
    return method.parameters().stream().map(ParameterDeclaration::name).toList();
  }

  private Problem problem(ProblemCode code, Parameter reference, String fact) {
    return Problem.of(code, method.origin(), fact).at(query.excerpt(reference.span()));
  }
}
