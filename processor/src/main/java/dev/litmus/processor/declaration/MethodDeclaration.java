package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;
import java.util.List;

/**
 * An abstract method with a query.
 *
 * @param name its simple name
 * @param returnType what it returns
 * @param nullable whether it may return null: annotated with any {@code Nullable}
 * @param deprecated whether it is, which its implementation repeats
 * @param parameters in order
 * @param sql the query as the compiler sees it, after escapes and text blocks are resolved
 * @param query where the SQL stands: the value of {@code @Query}
 */
public record MethodDeclaration(
    String name,
    JavaType returnType,
    boolean nullable,
    boolean deprecated,
    List<ParameterDeclaration> parameters,
    String sql,
    Origin query) {

  public MethodDeclaration {
    parameters = List.copyOf(parameters);
  }
}
