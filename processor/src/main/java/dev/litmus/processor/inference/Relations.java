package dev.litmus.processor.inference;

import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Span;
import java.util.stream.Stream;

/** The pieces of a FROM clause by which {@code scope} tells relations apart. */
final class Relations {

  private Relations() {}

  static Stream<Span> of(From from) {
    return from.sources().stream().flatMap(Relations::of);
  }

  static Stream<Span> of(Source source) {
    if (source instanceof Source.Group group) {
      return of(group.from());
    }
    return Stream.of(Relation.pieceOf(source));
  }
}
