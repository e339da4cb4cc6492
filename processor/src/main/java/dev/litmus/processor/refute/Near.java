package dev.litmus.processor.refute;

import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Expression.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values around a literal: those for which a comparison with it holds come first. */
final class Near {

  /** Sums and products of numbers within stay far from the limits of 64 bits. */
  private static final long SMALL = 1_000_000_000_000L;

  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern PART_OF_DATE = Pattern.compile("\\d{2}");

  private Near() {}

  /** Returns the value of a literal; empty for a time, and for numbers that are out of any sensible range. */
  static Optional<Datum> value(Literal literal) {
    String text = literal.text();
    return switch (literal.kind()) {
      case NULL -> Optional.of(Datum.Null.VALUE);
      case TEXT -> Optional.of(Datum.of(text.substring(1, text.length() - 1).replace("''", "'")));
      case BLOB ->
        Optional.of(Datum.blob(text.substring(2, text.length() - 1).toLowerCase(Locale.ROOT)));
      case INTEGER -> whole(text.replace("_", ""));
      case REAL -> real(text.replace("_", ""));
      case TIME -> Optional.empty();
    };
  }

  private static Optional<Datum> whole(String text) {
    boolean hex = text.toLowerCase(Locale.ROOT).startsWith("0x");
    if (text.length() > 15) {
      return Optional.empty();
    }
    long value = hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
    return value <= SMALL ? Optional.of(Datum.of(value)) : Optional.empty();
  }

  private static Optional<Datum> real(String text) {
    double value = Double.parseDouble(text);
    return Math.abs(value) <= SMALL ? Optional.of(Datum.of(value)) : Optional.empty();
  }

  static Datum negated(Datum value) {
    if (value instanceof Datum.Whole whole) {
      return Datum.of(-whole.value());
    }
    return value instanceof Datum.Real real ? Datum.of(-real.value()) : value;
  }

  /** Returns what may stand left of an operator, with a value right of it. */
  static List<Datum> leftOf(BinaryOperator operator, Datum value) {
    if (value.isNull() && operator != BinaryOperator.IS) {
      return List.of();
    }
    return switch (operator) {
      case LESS -> List.of(less(value), value);
      case LESS_OR_EQUAL -> List.of(value, less(value));
      case GREATER, NOT_EQUAL, IS_NOT -> List.of(greater(value), value);
      case GREATER_OR_EQUAL -> List.of(value, greater(value));
      default -> equal(value);
    };
  }

  /** A part of a date is what a function takes out of a whole one. */
  private static List<Datum> equal(Datum value) {
    List<Datum> equal = new ArrayList<>(List.of(value));
    if (value instanceof Datum.Text text) {
      if (YEAR.matcher(text.value()).matches()) {
        equal.add(Datum.of(text.value() + "-01-31"));
      } else if (MONTH.matcher(text.value()).matches()) {
        equal.add(Datum.of(text.value() + "-15"));
      } else if (PART_OF_DATE.matcher(text.value()).matches()) {
        equal.add(Datum.of("2024-" + text.value() + "-" + text.value()));
      }
    }
    return equal;
  }

  static Datum less(Datum value) {
    if (value instanceof Datum.Whole whole) {
      return Datum.of(whole.value() - 1);
    }
    if (value instanceof Datum.Real real) {
      return Datum.of(real.value() - 1);
    }
    return value instanceof Datum.Text ? Datum.of("") : value;
  }

  static Datum greater(Datum value) {
    if (value instanceof Datum.Whole whole) {
      return Datum.of(whole.value() + 1);
    }
    if (value instanceof Datum.Real real) {
      return Datum.of(real.value() + 1);
    }
    return value instanceof Datum.Text text ? Datum.of(text.value() + "z") : value;
  }

  /** Returns the operator that says the same when its sides are exchanged. */
  static BinaryOperator mirrored(BinaryOperator operator) {
    return switch (operator) {
      case LESS -> BinaryOperator.GREATER;
      case LESS_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case GREATER -> BinaryOperator.LESS;
      case GREATER_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      default -> operator;
    };
  }

  /** Returns a text that a pattern of LIKE or GLOB matches. */
  static Datum matching(Datum pattern) {
    return pattern instanceof Datum.Text text
        ? Datum.of(text.value().replaceAll("[%*]", "").replaceAll("[_?]", "a"))
        : pattern;
  }

  /** Returns the words that a full-text search looks for. */
  static Datum words(Datum search) {
    return search instanceof Datum.Text text
        ? Datum.of(text.value()
            .replaceAll("\\b(AND|OR|NOT|NEAR)\\b|[^\\p{Alnum}]+", " ")
            .replaceAll(" +", " ")
            .trim())
        : search;
  }
}
