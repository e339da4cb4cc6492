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
 * @param warnings what javac would warn of in the implementation
 * @param parameters in order
 * @param namesLost whether the class file it comes from has no names of parameters, so that {@code arg0} is none
 * @param varargs whether the last parameter takes any number of arguments, which its implementation repeats
 * @param sql the query as the compiler sees it, after escapes and text blocks are resolved, or as its file has it
 * @param place how messages call that text: {@code in the query}, {@code in chat/search.sql}
 * @param query where the SQL or the name of its file stands: a value of {@code @Query}
 */
public record MethodDeclaration(
    String name,
    JavaType returnType,
    boolean nullable,
    boolean deprecated,
    List<String> warnings,
    List<ParameterDeclaration> parameters,
    boolean namesLost,
    boolean varargs,
    String sql,
    String place,
    Origin query) {

  public MethodDeclaration {
    warnings = List.copyOf(warnings);
    parameters = List.copyOf(parameters);
  }
}
