package dev.litmus.processor.function;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a function, for the numbers of arguments that it takes.
 *
 * <p>A function starts as one of which nothing is known and is told about by methods that return it with one thing more:
 *
 * <pre>{@code
 * scalar("lower", 1).takes(TEXT).text().nullIfAny().pure()
 * }</pre>
 *
 * <p>What {@link Value} takes for granted goes for functions too, and for text that is read as a number: none of it is
 * infinite. Otherwise no sum could be relied on: that of {@code '1e999'} and {@code '-1e999'} is NULL.
 *
 * <p>Immutable. It describes what a call returns that does not fail: functions may reject any argument with an error.
 */
public final class FunctionFacts {

  /** How a function is called. */
  public enum Kind {
    SCALAR,
    /** One that turns rows into one value; nearly all of them take OVER as well. */
    AGGREGATE,
    /** One that needs OVER. */
    WINDOW
  }

  /** As many arguments as SQLite allows. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private record Signature(String name, Kind kind, Arity arity) {}

  private record Parameters(ArgumentTypes types, Chosen sharing) {}

  private record Nulls(List<NullRule> rules, Chosen rejected, boolean withoutRows) {

    Nulls or(NullRule rule) {
      Stream<NullRule> known = rules.stream().filter(one -> one != NullRule.UNKNOWN);
      return new Nulls(Stream.concat(known, Stream.of(rule)).toList(), rejected, withoutRows);
    }

    Nulls rejecting(Chosen arguments) {
      return new Nulls(or(NullRule.ifOneOf(arguments)).rules, arguments, withoutRows);
    }
  }

  private final Signature signature;
  private final Parameters parameters;
  private final ClassRule classes;
  private final Nulls nulls;
  private final boolean pure;

  private FunctionFacts(
      Signature signature, Parameters parameters, ClassRule classes, Nulls nulls, boolean pure) {
    this.signature = signature;
    this.parameters = parameters;
    this.classes = classes;
    this.nulls = nulls;
    this.pure = pure;
  }

  private static FunctionFacts unknown(String name, Kind kind, int least, int most) {
    return new FunctionFacts(
        new Signature(name.toLowerCase(Locale.ROOT), kind, new Arity(least, most)),
        new Parameters(ArgumentTypes.ANYTHING, Chosen.NONE),
        ClassRule.always(Classes.ANY),
        new Nulls(List.of(NullRule.UNKNOWN), Chosen.NONE, kind == Kind.AGGREGATE),
        false);
  }

  public static FunctionFacts scalar(String name, int arguments) {
    return scalar(name, arguments, arguments);
  }

  public static FunctionFacts scalar(String name, int least, int most) {
    return unknown(name, Kind.SCALAR, least, most);
  }

  public static FunctionFacts aggregate(String name, int arguments) {
    return aggregate(name, arguments, arguments);
  }

  public static FunctionFacts aggregate(String name, int least, int most) {
    return unknown(name, Kind.AGGREGATE, least, most);
  }

  public static FunctionFacts window(String name, int arguments) {
    return window(name, arguments, arguments);
  }

  public static FunctionFacts window(String name, int least, int most) {
    return unknown(name, Kind.WINDOW, least, most);
  }

  /** Returns the name, in lower case. */
  public String name() {
    return signature.name;
  }

  public Kind kind() {
    return signature.kind;
  }

  public boolean accepts(int arguments) {
    return signature.arity.accepts(arguments);
  }

  Arity arity() {
    return signature.arity;
  }

  /**
   * Returns what is known of the result: of a scalar function, for these arguments; of an aggregate, over one or more rows
   * whose arguments are such; of a window function, for one row, with a frame that is not empty.
   *
   * @throws IllegalArgumentException if it does not take so many arguments
   */
  public Value result(List<Value> arguments) {
    if (!accepts(arguments.size())) {
      throw new IllegalArgumentException(this + " does not take " + arguments.size());
    }
    return new Value(
        classes.of(arguments, Value::expected),
        classes.of(arguments, Value::possible),
        nullReason(arguments));
  }

  private Optional<NullReason> nullReason(List<Value> arguments) {
    return nulls.rules.stream()
        .flatMap(rule -> rule.reason(name(), arguments).stream())
        .findFirst();
  }

  /** Tells whether it is NULL over no rows at all: an aggregate without any, a window function with an empty frame. */
  public boolean nullWithoutRows() {
    return nulls.withoutRows;
  }

  /**
   * Tells whether the result is NULL whenever this argument is, whatever the others are. Of aggregates nothing of the kind
   * can be said: they skip the rows in which their argument is NULL.
   */
  public boolean rejectsNull(int argument) {
    return kind() == Kind.SCALAR && isAmong(nulls.rejected, argument);
  }

  /** Returns what an argument is meant to be, which SQLite does not enforce; empty when anything goes. */
  public Optional<SqlType> argument(int index) {
    return parameters.types.of(index);
  }

  /** Tells whether an argument is of one type with others: when one of them is known, so is what the rest are meant to be. */
  public boolean sharesType(int argument) {
    return isAmong(parameters.sharing, argument);
  }

  /** A rule that depends on the number of arguments is asked about the most there can be. */
  private boolean isAmong(Chosen chosen, int argument) {
    return argument < signature.arity.most() && chosen.has(argument, signature.arity.most());
  }

  /**
   * Tells whether SQLite may be asked for a result while compiling: it has no side effect, does not depend on the connection
   * or the library, and takes no more memory than its arguments account for. Functions of the time count as pure: whether
   * they are NULL, and their storage class, does not depend on the time.
   */
  public boolean isPure() {
    return pure;
  }

  /** Of the first arguments; of any others nothing is known. */
  public FunctionFacts takes(SqlType... types) {
    return withTypes(new ArgumentTypes(List.of(types), parameters.types.repeated()));
  }

  /** Of all arguments after those of {@link #takes}, over and over. */
  public FunctionFacts takesRepeatedly(SqlType... types) {
    return withTypes(new ArgumentTypes(parameters.types.first(), List.of(types)));
  }

  private FunctionFacts withTypes(ArgumentTypes types) {
    return new FunctionFacts(
        signature, new Parameters(types, parameters.sharing), classes, nulls, pure);
  }

  FunctionFacts sharesTypes(Chosen sharing) {
    return new FunctionFacts(
        signature, new Parameters(parameters.types, sharing), classes, nulls, pure);
  }

  public FunctionFacts integer() {
    return gives(Classes.INTEGER);
  }

  public FunctionFacts real() {
    return gives(Classes.REAL);
  }

  public FunctionFacts text() {
    return gives(Classes.TEXT);
  }

  public FunctionFacts blob() {
    return gives(Classes.BLOB);
  }

  public FunctionFacts gives(Classes result) {
    return gives(ClassRule.always(result));
  }

  FunctionFacts gives(ClassRule rule) {
    return new FunctionFacts(signature, parameters, rule, nulls, pure);
  }

  public FunctionFacts neverNull() {
    return withNulls(new Nulls(List.of(), nulls.rejected, false));
  }

  FunctionFacts alwaysNull() {
    return gives(Classes.NONE).withNulls(nulls.or(NullRule.when("always")));
  }

  /** A scalar function is NULL if any argument is, and an aggregate if one of them is in every row. */
  public FunctionFacts nullIfAny() {
    return withNulls(nulls.rejecting(Chosen.ALL));
  }

  /** Like {@link #nullIfAny}, of these arguments alone. */
  FunctionFacts nullIf(int... arguments) {
    return withNulls(nulls.rejecting(Chosen.only(arguments)));
  }

  /** It can be NULL if one of these arguments is, but does not have to. */
  FunctionFacts mayBeNullIf(Chosen arguments) {
    return withNulls(nulls.or(NullRule.ifOneOf(arguments)));
  }

  FunctionFacts nullIfAll() {
    return withNulls(nulls.or(NullRule.ifAll()));
  }

  /** Whatever its arguments are, it may be NULL {@code when …}. */
  public FunctionFacts mayBeNull(String when) {
    return withNulls(nulls.or(NullRule.when(when)));
  }

  /** It may be NULL {@code when …}, unless all arguments have these storage classes. */
  FunctionFacts mayBeNullUnless(Classes within, String when) {
    return withNulls(nulls.or(NullRule.unlessWithin(within, Chosen.ALL, when)));
  }

  FunctionFacts mayBeNullUnless(Classes within, int argument, String when) {
    return withNulls(nulls.or(NullRule.unlessWithin(within, Chosen.only(argument), when)));
  }

  /** Arguments in pairs, as those of {@code iif}: a last one without a partner is what remains. */
  FunctionFacts mayBeNullWithEvenArguments(String when) {
    return withNulls(nulls.or(NullRule.withEvenArguments(when)));
  }

  /** Over an empty frame it is NULL. */
  FunctionFacts nullOverNoRows() {
    return withNulls(new Nulls(nulls.rules, nulls.rejected, true));
  }

  private FunctionFacts withNulls(Nulls more) {
    return new FunctionFacts(signature, parameters, classes, more, pure);
  }

  /** See {@link #isPure}. */
  public FunctionFacts pure() {
    return new FunctionFacts(signature, parameters, classes, nulls, true);
  }

  @Override
  public String toString() {
    Arity arity = signature.arity;
    return name() + "/" + arity.least() + (arity.width() == 0 ? "" : "-" + arity.most());
  }
}
