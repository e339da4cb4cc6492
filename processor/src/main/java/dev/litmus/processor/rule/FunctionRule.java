package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.FunctionDeclaration;
import dev.litmus.processor.declaration.FunctionDeclaration.Collation;
import dev.litmus.processor.declaration.FunctionDeclaration.Function;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What functions and collations are called: names that SQL can say, that SQLite does not have, and each once. */
public final class FunctionRule {

  private final SqlNames names;

  public FunctionRule(SqlNames names) {
    this.names = names;
  }

  /**
   * Returns what is wrong with the names of a class.
   *
   * @param earlier the classes that are known already
   */
  public List<Problem> check(FunctionDeclaration declaration, List<FunctionDeclaration> earlier) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < declaration.functions().size(); i++) {
      Function function = declaration.functions().get(i);
      String name = function.sql().name();
      List<Function> before = declaration.functions().subList(0, i);
      name("function", ProblemCode.INVALID_FUNCTION, name, function.origin())
          .or(() -> taken("function", names.hasFunction(name), name, function.origin()))
          .or(() -> repeated(declaration, function, before, earlier))
          .ifPresent(problems::add);
    }
    for (int i = 0; i < declaration.collations().size(); i++) {
      Collation collation = declaration.collations().get(i);
      List<Collation> before = declaration.collations().subList(0, i);
      name("collation", ProblemCode.INVALID_COLLATION, collation.name(), collation.origin())
          .or(() -> taken(
              "collation",
              names.hasCollation(collation.name()),
              collation.name(),
              collation.origin()))
          .or(() -> repeated(declaration, collation, before, earlier))
          .ifPresent(problems::add);
    }
    return problems;
  }

  private Optional<Problem> name(String what, ProblemCode code, String name, Origin origin) {
    if (!ApplicationFunctions.isName(name)) {
      return Optional.of(
          Problem.of(code, origin, "`" + name + "` is no name that SQL can call a " + what + " by")
              .help("use letters, digits and underscores, and no digit first"));
    }
    return names.isWord(name)
        ? Optional.of(
            Problem.of(code, origin, "`" + name + "` is a word of SQL's own, and no " + what)
                .help("give the " + what + " another name"))
        : Optional.empty();
  }

  private static Optional<Problem> taken(String what, boolean isTaken, String name, Origin origin) {
    return isTaken
        ? Optional.of(Problem.of(
                ProblemCode.BUILT_IN_FUNCTION,
                origin,
                "SQLite has a " + what + " `" + name + "` of its own")
            .note(
                "SQL that was written for that one, and what SQLite itself calls, would get this one")
            .help("give the " + what + " another name"))
        : Optional.empty();
  }

  private static Optional<Problem> repeated(
      FunctionDeclaration declaration,
      Function function,
      List<Function> before,
      List<FunctionDeclaration> earlier) {
    int count = function.sql().arguments().size();
    return other(
            declaration,
            earlier,
            before.stream().anyMatch(other -> other.sql().clashesWith(function.sql())),
            other ->
                other.functions().stream().anyMatch(one -> one.sql().clashesWith(function.sql())))
        .map(other -> repeated(
            "function `" + function.sql().name() + "` of "
                + (count == 1 ? "1 argument" : count + " arguments"),
            other,
            function.origin()));
  }

  private static Optional<Problem> repeated(
      FunctionDeclaration declaration,
      Collation collation,
      List<Collation> before,
      List<FunctionDeclaration> earlier) {
    return other(
            declaration,
            earlier,
            before.stream().anyMatch(other -> other.name().equalsIgnoreCase(collation.name())),
            other -> other.collations().stream()
                .anyMatch(one -> one.name().equalsIgnoreCase(collation.name())))
        .map(other -> repeated("collation `" + collation.name() + "`", other, collation.origin()));
  }

  private interface Clash {
    boolean in(FunctionDeclaration other);
  }

  private static Optional<FunctionDeclaration> other(
      FunctionDeclaration declaration,
      List<FunctionDeclaration> earlier,
      boolean inItself,
      Clash clash) {
    return inItself
        ? Optional.of(declaration)
        : earlier.stream().filter(declaration::meets).filter(clash::in).findFirst();
  }

  private static Problem repeated(String what, FunctionDeclaration other, Origin origin) {
    return Problem.of(ProblemCode.REPEATED_FUNCTION, origin, "there is a second " + what)
        .evidence("the other one: in " + other.type().qualifiedName())
        .help(
            "give one of them another name, or say by `@Database` on its class which schema has it");
  }
}
