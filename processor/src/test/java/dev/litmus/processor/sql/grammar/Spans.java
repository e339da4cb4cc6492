package dev.litmus.processor.sql.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Span;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for the spans of every tree. */
final class Spans {

  private Spans() {}

  static void check(ParsedQuery query, Node tree) {
    Set<Integer> starts = query.tokens().stream().map(Span::start).collect(Collectors.toSet());
    Set<Integer> ends = query.tokens().stream().map(Span::end).collect(Collectors.toSet());
    tree.all().forEach(node -> {
      Span span = node.span();
      // The one node without a token: the missing type of CAST(a AS).
      if (span.start() != span.end()) {
        assertThat(starts).as("start of %s", node).contains(span.start());
        assertThat(ends).as("end of %s", node).contains(span.end());
      }
      int at = span.start();
      for (Node child : node.children()) {
        assertThat(span.contains(child.span())).as("%s inside %s", child, node).isTrue();
        assertThat(child.span().start()).as("%s in order", child).isGreaterThanOrEqualTo(at);
        at = child.span().end();
      }
    });
  }
}
