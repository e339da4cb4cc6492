package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;
import java.util.List;
import java.util.Optional;

/**
 * An abstract method with a query.
 *
 * @param signature what callers see
 * @param query its SQL
 * @param result what is declared of its rows
 * @param batch that it runs its statement for many items
 */
public record MethodDeclaration(
    MethodSignature signature,
    QueryText query,
    ResultDeclaration result,
    Optional<BatchDeclaration> batch) {

  public String name() {
    return signature.name();
  }

  public JavaType returnType() {
    return signature.returnType();
  }

  public List<ParameterDeclaration> parameters() {
    return signature.parameters();
  }

  /** Returns where the SQL or the name of its file stands. */
  public Origin origin() {
    return query.origin();
  }

  /** Returns the parameter that is handed the rows, if there is one. */
  public Optional<ParameterDeclaration> receiver() {
    return parameters().stream()
        .filter(parameter -> RowReceiver.isReceiver(parameter.type()))
        .findFirst();
  }

  /** Returns the method as if it ran its count. */
  public Optional<MethodDeclaration> counting() {
    return result
        .count()
        .map(own -> new MethodDeclaration(signature, own, result.counted(), batch));
  }

  /** Returns the parameter that has the items of a batch; empty unless there is exactly one. */
  public Optional<ParameterDeclaration> items() {
    List<ParameterDeclaration> candidates = batch.isEmpty()
        ? List.of()
        : parameters().stream()
            .filter(parameter -> BatchItems.of(parameter.type()).isPresent())
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }
}
