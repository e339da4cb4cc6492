package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;
import java.util.List;
import java.util.Optional;

/**
 * An abstract method with a query.
 *
 * @param name its simple name
 * @param typeParameters its own type parameters
 * @param returnType what it returns
 * @param nullable whether it may return null: annotated with any {@code Nullable}
 * @param deprecated whether it is, which its implementation repeats
 * @param warnings what javac would warn of in the implementation
 * @param parameters in order
 * @param namesLost whether the class file it comes from has no names of parameters, so that {@code arg0} is none
 * @param varargs whether the last parameter takes any number of arguments, which its implementation repeats
 * @param key the column that is the key of the map it returns, when that is declared
 * @param conversion how its one column is stored, when that is declared
 * @param batch that it runs its statement for many items
 * @param count its own way to count the rows that it returns a page of, when that is declared
 * @param sql the query as the compiler sees it, after escapes and text blocks are resolved, or as its file has it
 * @param place how messages call that text: {@code in the query}, {@code in chat/search.sql}
 * @param query where the SQL or the name of its file stands: a value of {@code @Query}
 */
public record MethodDeclaration(
    String name,
    List<TypeParameter> typeParameters,
    JavaType returnType,
    boolean nullable,
    boolean deprecated,
    List<String> warnings,
    List<ParameterDeclaration> parameters,
    boolean namesLost,
    boolean varargs,
    Optional<String> key,
    Optional<Conversion> conversion,
    Optional<BatchDeclaration> batch,
    Optional<CountQuery> count,
    String sql,
    String place,
    Origin query) {

  public MethodDeclaration {
    warnings = List.copyOf(warnings);
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
  }

  /** Returns the parameter that is handed the rows, if there is one. */
  public Optional<ParameterDeclaration> receiver() {
    return parameters.stream()
        .filter(parameter -> RowReceiver.isReceiver(parameter.type()))
        .findFirst();
  }

  /** Returns the method as if it ran its count. */
  public Optional<MethodDeclaration> counting() {
    return count.map(own -> new MethodDeclaration(
        name,
        typeParameters,
        returnType,
        nullable,
        deprecated,
        warnings,
        parameters,
        namesLost,
        varargs,
        key,
        conversion,
        batch,
        Optional.empty(),
        own.sql(),
        "in the count",
        own.origin()));
  }

  /** Returns the parameter that has the items of a batch; empty unless there is exactly one. */
  public Optional<ParameterDeclaration> items() {
    List<ParameterDeclaration> candidates = batch.isEmpty()
        ? List.of()
        : parameters.stream()
            .filter(parameter -> BatchItems.of(parameter.type()).isPresent())
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }
}
