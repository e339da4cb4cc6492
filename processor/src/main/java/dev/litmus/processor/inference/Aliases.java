package dev.litmus.processor.inference;

import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.ResultTerm;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of results, which SQLite lets the other clauses of a SELECT use. */
final class Aliases {

  private Aliases() {}

  static Map<String, Expression> of(List<ResultTerm> results) {
    Map<String, Expression> aliases = new HashMap<>();
    for (ResultTerm result : results) {
      if (result instanceof ResultTerm.Value value) {
        value
            .alias()
            .map(Alias::name)
            .ifPresent(name -> aliases.putIfAbsent(key(name), value.expression()));
      }
    }
    return aliases;
  }

  static String key(Identifier name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
