package dev.litmus.processor.declaration;

import java.util.List;

/**
 * A default method that runs as one transaction.
 *
 * @param name its simple name
 * @param mode the constant of {@code TransactionMode}
 * @param typeParameters its own type parameters
 * @param returnType what it returns
 * @param parameters in order
 * @param varargs whether the last parameter takes any number of arguments
 * @param thrown the exceptions it declares
 * @param deprecated whether it is, which its override repeats
 * @param warnings what javac would warn of in the override
 */
public record TransactionalDeclaration(
    String name,
    String mode,
    List<TypeParameter> typeParameters,
    JavaType returnType,
    List<ParameterDeclaration> parameters,
    boolean varargs,
    List<JavaType> thrown,
    boolean deprecated,
    List<String> warnings) {

  public TransactionalDeclaration {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
    warnings = List.copyOf(warnings);
  }
}
