package dev.litmus.processor.declaration;

import java.util.Optional;

/**
 * One component of a record, or one parameter of a class's constructor.
 *
 * @param name its name, for a record also its accessor's
 * @param type its type
 * @param nullness whether it has room for null
 * @param column the name of its column, when that is declared
 * @param prefix what the names of its own columns begin with, when it is declared to be embedded
 * @param conversion how it is stored, when it says so itself
 */
public record ComponentDeclaration(
    String name,
    JavaType type,
    TypeNullness nullness,
    Optional<String> column,
    Optional<String> prefix,
    Optional<Conversion> conversion) {}
