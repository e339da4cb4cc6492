package dev.litmus.processor.function;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A value as it can stand in a column without STRICT, of any storage class.
 *
 * @param sql the literal
 * @param classes of one storage class; none for NULL
 */
record HostileValue(String sql, Classes classes) {

  /** Harmless even for functions that take as much memory as they are told to. */
  static final List<HostileValue> TAME =
      of("NULL", "0", "1", "2", "5", "1.5", "''", "'abc'", "x''");

  private static final List<HostileValue> PLAIN = of(
      "NULL",
      "0",
      "-1",
      "2",
      "100",
      "9223372036854775807",
      "-9223372036854775808",
      "0.0",
      "-1.5",
      "0.5",
      "3.0",
      "1e300",
      "-1e-300",
      "9.3e18",
      "''",
      "'abc'",
      "'12'",
      "' 7'",
      "'-1'",
      "'1e5'",
      "'0x10'",
      "'%'",
      "'%s'",
      "'é€'",
      "CAST(x'ffc3' AS TEXT)",
      "CAST(x'0061' AS TEXT)",
      "x''",
      "zeroblob(0)",
      "x'00'",
      "x'ffc3'",
      "CAST('abc' AS BLOB)",
      "CAST('12' AS BLOB)");

  private static final List<HostileValue> JSON = of(
      "NULL",
      "1",
      "-1",
      "1.5",
      "''",
      "'abc'",
      "x''",
      "x'ff'",
      "'{\"a\":1,\"b\":null,\"c\":{\"a\":2.5}}'",
      "'[1,[2],\"three\",null,true]'",
      "'null'",
      "'\"text\"'",
      "CAST('[1,2]' AS BLOB)",
      "jsonb('{\"a\":[1,2],\"b\":null}')",
      "jsonb('[null,1.5]')",
      "'$'",
      "'$.a'",
      "'$.b'",
      "'$.c.a'",
      "'$[0]'",
      "'$[#-1]'",
      "'$.nothing'",
      "'a'");

  private static final List<HostileValue> DATE = of(
      "NULL",
      "0",
      "-1",
      "2460000",
      "1700000000",
      "9223372036854775807",
      "2460000.25",
      "1e300",
      "''",
      "'now'",
      "'2024-02-30'",
      "'2024-01-15 10:20:30.5'",
      "'10:20'",
      "'12'",
      "'%Y-%m-%d'",
      "'%'",
      "'abc'",
      "'+1 day'",
      "'+1 mounth'",
      "'unixepoch'",
      "'auto'",
      "'subsec'",
      "'localtime'",
      "'start of month'",
      "x''",
      "CAST('2024-01-15' AS BLOB)",
      "CAST('subsec' AS BLOB)");

  /** Returns values among which are some that the function is made for. */
  static List<HostileValue> of(FunctionFacts function) {
    if (function.name().matches("zeroblob|randomblob|pad.|replicate|rightstr")) {
      return TAME;
    }
    if (function.name().matches("json.*|->>?")) {
      return JSON;
    }
    return DateFunctions.all().anyMatch(date -> date.name().equals(function.name())) ? DATE : PLAIN;
  }

  static List<HostileValue> draw(List<HostileValue> from, int count, Random random) {
    return Stream.generate(() -> from.get(random.nextInt(from.size())))
        .limit(count)
        .toList();
  }

  private static List<HostileValue> of(String... literals) {
    List<HostileValue> all = new ArrayList<>();
    for (String literal : literals) {
      all.add(new HostileValue(literal, classOf(literal)));
    }
    return List.copyOf(all);
  }

  private static Classes classOf(String literal) {
    if (literal.equals("NULL")) {
      return Classes.NONE;
    }
    if (literal.startsWith("'") || literal.endsWith("AS TEXT)")) {
      return Classes.TEXT;
    }
    if (literal.matches("-?\\d+")) {
      return Classes.INTEGER;
    }
    return literal.matches("-?[\\d.]+(e.*)?") ? Classes.REAL : Classes.BLOB;
  }

  /** Returns exactly what it is. */
  Value known() {
    Value value = Value.of(classes);
    return classes.all().isEmpty() ? value.orNull(NullReason.of("it is NULL")) : value;
  }

  /** Returns something true of a value that has one of these classes, and is NULL or not; more or less exact. */
  static Value somethingTrueOf(Value exact, Random random) {
    Classes known = exact.possible();
    Classes wider = known.or(known.isWithin(Classes.NUMBER) ? Classes.NUMBER : Classes.ANY);
    Optional<NullReason> reason = random.nextInt(3) == 0
        ? exact.nullReason().or(() -> Optional.of(NullReason.of("it may be NULL")))
        : exact.nullReason();
    return switch (random.nextInt(5)) {
      case 0 -> new Value(known, known, reason);
      case 1 -> new Value(known, Classes.ANY, reason);
      case 2 -> new Value(wider, wider, reason);
      case 3 -> new Value(Classes.ANY, Classes.ANY, reason);
      default ->
        new Value(random.nextBoolean() ? Classes.INTEGER : Classes.TEXT, Classes.ANY, reason);
    };
  }
}
