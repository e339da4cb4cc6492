package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.ResultColumn;
import java.util.List;

/**
 * Rows that show what a rule says can happen; they become evidence in its message. Asked only when there is a problem, for
 * looking for them takes time.
 */
public interface Counterexamples {

  /** Shows nothing. */
  Counterexamples NONE = new Counterexamples() {
    @Override
    public List<String> ofNull(ResultColumn column) {
      return List.of();
    }

    @Override
    public List<String> ofSecondRow() {
      return List.of();
    }
  };

  /** Returns the lines that tell of rows for which a column is NULL; none when there are none to show. */
  List<String> ofNull(ResultColumn column);

  /** Returns the lines that tell of rows for which the query yields more than one; none when there are none to show. */
  List<String> ofSecondRow();
}
