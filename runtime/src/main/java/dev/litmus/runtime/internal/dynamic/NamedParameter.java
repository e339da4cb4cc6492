package dev.litmus.runtime.internal.dynamic;

import dev.litmus.runtime.internal.sql.SqlSpan;
import java.util.List;

/**
 * A place of a statement that a value is bound to.
 *
 * @param path a name, and the components that lead on from it: {@code filter, chatId}
 * @param span where it stands
 * @param isSet whether it stands alone in the parentheses of an IN, where a collection can
 */
public record NamedParameter(List<String> path, SqlSpan span, boolean isSet) {

  /** Returns the name of the value that is given. */
  public String root() {
    return path.get(0);
  }

  /** Returns it as it is written, without its prefix: {@code filter.chatId}. */
  public String name() {
    return String.join(".", path);
  }
}
