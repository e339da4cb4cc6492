package dev.litmus.processor.sql;

import dev.litmus.processor.sql.tree.Span;
import java.util.List;

/**
 * A parameter as written in a query: {@code :id}, {@code @id}, {@code $id}, {@code :message.chatId}, {@code ?}.
 *
 * @param span where it stands, with all of its path
 * @param path the method parameter's name, then component names; empty for a positional parameter
 */
public record ParameterReference(Span span, List<String> path) {

  public ParameterReference {
    path = List.copyOf(path);
  }

  public boolean isPositional() {
    return path.isEmpty();
  }
}
