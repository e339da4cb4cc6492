package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.SqlAggregate;
import dev.litmus.annotations.SqlCollation;
import dev.litmus.annotations.SqlFunction;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A class says by {@code @Database} which databases have its functions. */
@Database("library")
public final class Texts {

  private Texts() {}

  @SqlFunction("slug")
  static String slug(String title) {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  @SqlFunction("initials")
  static String initials(String title) {
    return title.replaceAll("(\\w)\\w*", "$1");
  }

  @SqlFunction("initials")
  static String initials(String title, int most) {
    String all = initials(title);
    return all.substring(0, Math.min(most, all.length()));
  }

  @SqlFunction("is_isbn")
  static boolean isIsbn(String text) {
    return text.length() == 13;
  }

  /** Called with NULL for the second argument, and not for the first. */
  @SqlFunction("called")
  static @Nullable String called(String name, @Nullable String nickname) {
    return "nobody".equals(name) ? null : nickname == null ? name : nickname;
  }

  @SqlFunction("flipped")
  static byte[] flipped(byte[] bytes) {
    byte[] flipped = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      flipped[i] = bytes[bytes.length - 1 - i];
    }
    return flipped;
  }

  @SqlFunction("sum_of_all")
  static @Nullable Double sumOfAll(
      @Nullable Integer a, @Nullable Long b, @Nullable Double c, @Nullable Boolean d, long e, double f) {
    return a == null || b == null || c == null || d == null ? null : a + b + c + (d ? 1 : 0) + e + f;
  }

  @SqlFunction(value = "ticks", deterministic = false)
  static long ticks() {
    return System.nanoTime();
  }

  @SqlFunction("checked")
  static int checked(int number) throws Exception {
    if (number < 0) {
      throw new java.io.IOException("number " + number);
    }
    return number;
  }

  /** A name that the generated class has a method of. */
  @SqlFunction("schema_name")
  static String schema() {
    return "library";
  }

  @SqlCollation("german")
  static int compareGerman(String left, String right) {
    int order = Collator.getInstance(Locale.GERMAN).compare(left, right);
    return order != 0 ? order : left.compareTo(right);
  }

  @SqlAggregate("middle")
  static final class Middle {
    private final List<Double> values = new ArrayList<>();

    void step(double value) {
      values.add(value);
    }

    @Nullable Double finish() {
      values.sort(null);
      return values.isEmpty() ? null : values.get(values.size() / 2);
    }
  }
}
