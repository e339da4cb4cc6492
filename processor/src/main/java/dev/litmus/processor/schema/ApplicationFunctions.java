package dev.litmus.processor.schema;

import dev.litmus.processor.schema.ApplicationFunction.Argument;
import dev.litmus.processor.value.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an application brings to the databases of a schema. As text a line each, the NULL that an argument takes or a result can
 * be by a question mark:
 *
 * <pre>
 * slug(TEXT) TEXT
 * nickname(TEXT?, TEXT) TEXT?
 * now_here() TEXT NOT DETERMINISTIC
 * AGGREGATE middle(NUMERIC) REAL?
 * COLLATION german
 * </pre>
 *
 * @param functions functions and aggregates
 * @param collations the names of orders of texts
 */
public record ApplicationFunctions(List<ApplicationFunction> functions, List<String> collations) {

  public static final ApplicationFunctions NONE = new ApplicationFunctions(List.of(), List.of());

  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
  private static final Pattern COLLATION =
      Pattern.compile("COLLATION\\s+(" + NAME + ")", Pattern.CASE_INSENSITIVE);
  private static final Pattern FUNCTION = Pattern.compile(
      "(AGGREGATE\\s+)?(" + NAME + ")\\s*\\(([^()]*)\\)\\s*(\\w+)(\\?)?(\\s+NOT\\s+DETERMINISTIC)?",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ARGUMENT = Pattern.compile("\\s*(\\w+)(\\?)?\\s*");

  public ApplicationFunctions {
    functions = List.copyOf(functions);
    collations = List.copyOf(collations);
  }

  /** Tells whether SQL can call something so without quotes, as far as its letters go. */
  public static boolean isName(String name) {
    return name.matches(NAME);
  }

  /** Returns the functions and collations of all together. */
  public static ApplicationFunctions union(Collection<ApplicationFunctions> several) {
    return new ApplicationFunctions(
        several.stream().flatMap(some -> some.functions.stream()).toList(),
        several.stream().flatMap(some -> some.collations.stream()).toList());
  }

  /** Reads one line; empty when it is no such text. */
  public static Optional<ApplicationFunctions> parse(String line) {
    Matcher collation = COLLATION.matcher(line.strip());
    if (collation.matches()) {
      return Optional.of(new ApplicationFunctions(List.of(), List.of(collation.group(1))));
    }
    Matcher function = FUNCTION.matcher(line.strip());
    return function.matches() ? function(function) : Optional.empty();
  }

  private static Optional<ApplicationFunctions> function(Matcher function) {
    List<Argument> arguments = new ArrayList<>();
    String taken = function.group(3);
    for (String one : taken.isBlank() ? new String[0] : taken.split(",", -1)) {
      Matcher argument = ARGUMENT.matcher(one);
      Optional<SqlType> type =
          argument.matches() ? type(argument.group(1)) : Optional.<SqlType>empty();
      if (type.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(new Argument(type.get(), argument.group(2) != null));
    }
    return type(function.group(4))
        .map(result -> new ApplicationFunction(
            function.group(2),
            arguments,
            result,
            function.group(5) != null,
            function.group(6) == null,
            function.group(1) != null))
        .map(found -> new ApplicationFunctions(List.of(found), List.of()));
  }

  private static Optional<SqlType> type(String name) {
    return Stream.of(SqlType.values())
        .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** Reads what {@link #text} wrote; lines that are none are left out. */
  public static ApplicationFunctions parseAll(String text) {
    return union(
        text.lines().map(ApplicationFunctions::parse).flatMap(Optional::stream).toList());
  }

  /** Returns all of it, a line each. */
  public String text() {
    return Stream.concat(
            functions.stream().map(ApplicationFunction::text),
            collations.stream().map(name -> "COLLATION " + name))
        .collect(Collectors.joining("\n"));
  }
}
