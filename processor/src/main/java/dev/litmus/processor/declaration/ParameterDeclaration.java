package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;
import java.util.Optional;

/**
 * A parameter of a repository method.
 *
 * @param name what queries call it
 * @param type its type
 * @param nullness whether it has room for null
 * @param conversion how it is stored, when it says so itself
 * @param origin where it stands
 */
public record ParameterDeclaration(
    String name,
    JavaType type,
    TypeNullness nullness,
    Optional<Conversion> conversion,
    Origin origin) {}
