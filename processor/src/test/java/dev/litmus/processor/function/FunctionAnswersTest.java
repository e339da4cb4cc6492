package dev.litmus.processor.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table against answers that were written down: what is never refuted may still be vague.
 *
 * <p>A line of {@code answers.txt} is {@code call = answer}. A value is its storage classes, with {@code ?} when it may be
 * NULL and {@code *} when other classes are possible than those expected, as in a table without STRICT.
 */
class FunctionAnswersTest {

  private static final Value POSSIBLY_ANYTHING = Value.of(Classes.ANY);

  @Test
  void everyAnswerIsAsPreciseAsItCanBe() throws IOException {
    List<String> lines = lines();
    assertThat(lines).hasSizeGreaterThan(150);
    assertThat(lines.stream().map(FunctionAnswersTest::answered).toList())
        .containsExactlyElementsOf(lines);
  }

  private static List<String> lines() throws IOException {
    try (InputStream file = FunctionAnswersTest.class.getResourceAsStream("answers.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  /** Returns the line with the answer that the table gives. */
  private static String answered(String line) {
    String call = line.substring(0, line.indexOf(" = "));
    int open = call.indexOf('(');
    String inside = call.substring(open + 1, call.length() - 1);
    List<Value> arguments = inside.isEmpty()
        ? List.of()
        : Arrays.stream(inside.split(", ")).map(FunctionAnswersTest::value).toList();
    FunctionFacts function = FunctionTable.builtin()
        .find(call.substring(0, open), arguments.size())
        .orElseThrow(() -> new AssertionError(call));
    return call + " = " + written(function.result(arguments));
  }

  private static Value value(String words) {
    Classes expected = classes(words.replaceAll("[*?]", ""));
    Value value = Value.of(expected)
        .with(expected, words.contains("*") ? POSSIBLY_ANYTHING.possible() : expected);
    return words.endsWith("?") || words.equals("NULL")
        ? value.orNull(NullReason.of("it may be"))
        : value;
  }

  private static Classes classes(String words) {
    return switch (words) {
      case "NULL" -> Classes.NONE;
      case "ANY" -> Classes.ANY;
      case "NUMERIC" -> Classes.NUMBER;
      default -> Classes.of(StorageClass.valueOf(words));
    };
  }

  private static String written(Value value) {
    return written(value.expected())
        + (value.expected().equals(value.possible()) ? "" : "*")
        + (value.isNullable() ? "?" : "");
  }

  private static String written(Classes classes) {
    if (classes.equals(Classes.NONE)) {
      return "NULL";
    }
    if (classes.equals(Classes.ANY)) {
      return "ANY";
    }
    return classes.equals(Classes.NUMBER)
        ? "NUMERIC"
        : classes.all().stream().sorted().map(Enum::name).collect(Collectors.joining("|"));
  }
}
