package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;

/** A parameter of a repository method. */
public record ParameterDeclaration(String name, JavaType type, Origin origin) {}
