package dev.litmus.processor.refute;

import dev.litmus.processor.schema.Affinity;
import java.util.regex.Pattern;

/**
 * What becomes of a value that is stored in a column, as far as it matters for the values that are used here.
 *
 * @see <a href="https://sqlite.org/datatype3.html#type_affinity">Type affinity</a>
 */
final class Stored {

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,15}");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,12}\\.\\d{1,12}");

  private Stored() {}

  static Datum in(Affinity affinity, Datum value) {
    return switch (affinity) {
      case BLOB -> value;
      case TEXT -> text(value);
      case REAL ->
        number(value) instanceof Datum.Whole whole
            ? Datum.of((double) whole.value())
            : number(value);
      case INTEGER, NUMERIC ->
        number(value) instanceof Datum.Real real
                && real.value() == Math.rint(real.value())
                && Math.abs(real.value()) < 1e15
            ? Datum.of((long) real.value())
            : number(value);
    };
  }

  private static Datum text(Datum value) {
    return value instanceof Datum.Whole || value instanceof Datum.Real
        ? Datum.of(value.sql())
        : value;
  }

  private static Datum number(Datum value) {
    if (value instanceof Datum.Text text) {
      if (WHOLE.matcher(text.value()).matches()) {
        return Datum.of(Long.parseLong(text.value()));
      }
      if (NUMBER.matcher(text.value()).matches()) {
        return Datum.of(Double.parseDouble(text.value()));
      }
    }
    return value;
  }
}
