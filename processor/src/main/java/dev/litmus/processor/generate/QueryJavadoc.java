package dev.litmus.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.model.QueryModel;
import java.util.List;

/** What a reader of the generated code, or of an editor's tooltip, wants to know: the SQL, its tables, its plan. */
final class QueryJavadoc {

  private QueryJavadoc() {}

  static CodeBlock of(QueryModel query) {
    CodeBlock.Builder text = CodeBlock.builder();
    tables(text, query.facts());
    pre(text, query.method().query().sql().strip().lines().toList());
    if (!query.facts().plan().isEmpty()) {
      text.add("\n<p>Query plan:\n");
      pre(text, query.facts().plan());
    }
    return text.build();
  }

  private static void tables(CodeBlock.Builder text, QueryFacts facts) {
    if (!facts.changes().isEmpty()) {
      text.add("Changes $L", names(facts.changes()));
      if (!facts.reads().isEmpty()) {
        text.add(", reads $L", names(facts.reads()));
      }
    } else if (!facts.reads().isEmpty()) {
      text.add("Reads $L", names(facts.reads()));
    } else {
      text.add("Reads no table");
    }
    text.add(".\n\n");
  }

  private static void pre(CodeBlock.Builder text, List<String> lines) {
    text.add("<pre>\n");
    lines.forEach(line -> text.add("$L\n", SqlLiteral.javadoc(line)));
    text.add("</pre>\n");
  }

  private static String names(List<String> tables) {
    return SqlLiteral.javadoc(String.join(", ", tables));
  }
}
