package dev.litmus.processor.schema;

import dev.litmus.processor.value.SqlType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function that an application brings to SQLite, as far as SQL sees it.
 *
 * @param name what SQL calls it, in any case of letters
 * @param arguments what it takes
 * @param result the type of what it yields
 * @param nullable whether it yields NULL though no argument made it: by an argument that takes no NULL it is NULL besides, or,
 *     of an aggregate, leaves the row out
 * @param deterministic whether equal arguments always give an equal result
 * @param aggregate whether it takes the rows of a group
 */
public record ApplicationFunction(
    String name,
    List<Argument> arguments,
    SqlType result,
    boolean nullable,
    boolean deterministic,
    boolean aggregate) {

  public ApplicationFunction {
    arguments = List.copyOf(arguments);
  }

  /**
   * One argument.
   *
   * @param type the type that it has to have, or else the statement fails
   * @param takesNull whether the function is called with NULL; otherwise it is NULL then
   */
  public record Argument(SqlType type, boolean takesNull) {

    private String text() {
      return type.name() + (takesNull ? "?" : "");
    }
  }

  /** Whether two cannot be in one database. */
  public boolean clashesWith(ApplicationFunction other) {
    return name.equalsIgnoreCase(other.name) && arguments.size() == other.arguments.size();
  }

  /** Returns it as {@link ApplicationFunctions} reads it. */
  public String text() {
    String taken =
        arguments.stream().map(Argument::text).collect(Collectors.joining(", ", "(", ") "));
    return (aggregate ? "AGGREGATE " : "")
        + name
        + taken
        + result.name()
        + (nullable ? "?" : "")
        + (deterministic ? "" : " NOT DETERMINISTIC");
  }
}
