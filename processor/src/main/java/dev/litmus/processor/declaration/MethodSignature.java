package dev.litmus.processor.declaration;

import java.util.List;

/**
 * What callers of a method see, and its implementation repeats.
 *
 * @param name its simple name
 * @param typeParameters its own type parameters
 * @param returnType what it returns
 * @param nullness whether what it returns has room for null
 * @param parameters in order
 * @param varargs whether the last parameter takes any number of arguments
 * @param namesLost whether the class file it comes from has no names of parameters, so that {@code arg0} is none
 * @param deprecated whether it is
 * @param warnings what javac would warn of in the implementation
 */
public record MethodSignature(
    String name,
    List<TypeParameter> typeParameters,
    JavaType returnType,
    TypeNullness nullness,
    List<ParameterDeclaration> parameters,
    boolean varargs,
    boolean namesLost,
    boolean deprecated,
    List<String> warnings) {

  public MethodSignature {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    warnings = List.copyOf(warnings);
  }
}
