package dev.litmus.processor.declaration;

import java.util.Optional;

/**
 * What is declared of the rows that a method returns, besides their type.
 *
 * @param key the column that is the key of the map it returns
 * @param conversion how its one column is stored
 * @param atMostOne that there is never a second row
 * @param count its own way to count the rows that it returns a page of
 */
public record ResultDeclaration(
    Optional<String> key,
    Optional<Conversion> conversion,
    Optional<AtMostOneDeclaration> atMostOne,
    Optional<QueryText> count) {

  /** Returns the same of what is not counted in a way of its own. */
  ResultDeclaration counted() {
    return new ResultDeclaration(key, conversion, atMostOne, Optional.empty());
  }
}
