package dev.litmus.runtime;

import java.sql.SQLDataException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as text of a fixed width: a template like {@code 0000-00-00}, in which each run of zeros is a number and
 * everything else stands for itself. Such texts sort as what they say does.
 */
final class TimeText {

  static final int NANOS_PER_MILLI = 1_000_000;

  private TimeText() {}

  /** Writes numbers into a template; each fits its run of zeros. */
  static String write(String template, int... numbers) {
    char[] text = template.toCharArray();
    int place = text.length;
    for (int i = numbers.length - 1; i >= 0; i--) {
      int rest = numbers[i];
      while (text[place - 1] != '0') {
        place--;
      }
      for (; place > 0 && template.charAt(place - 1) == '0'; place--) {
        text[place - 1] = (char) ('0' + rest % 10);
        rest /= 10;
      }
    }
    return new String(text);
  }

  static boolean matches(String text, String template) {
    if (text.length() != template.length()) {
      return false;
    }
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      boolean fits =
          template.charAt(place) == '0' ? c >= '0' && c <= '9' : c == template.charAt(place);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Returns the digits from one place to another as a number. */
  static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** Returns milliseconds for three places of digits. */
  static int millis(int nanos, String what) throws SQLDataException {
    if (nanos % NANOS_PER_MILLI != 0) {
      throw new SQLDataException(
          what + " is finer than a millisecond; truncate it with truncatedTo(ChronoUnit.MILLIS)");
    }
    return nanos / NANOS_PER_MILLI;
  }

  /** Returns a year for four places of digits. */
  static int year(int year, String what) throws SQLDataException {
    if (year < 0 || year > 9999) {
      throw new SQLDataException(what + " is outside the years 0000 to 9999");
    }
    return year;
  }

  static SQLDataException malformed(String forms, @Nullable DateTimeException cause) {
    SQLDataException e = new SQLDataException("is " + forms);
    if (cause != null) {
      e.initCause(cause);
    }
    return e;
  }
}
