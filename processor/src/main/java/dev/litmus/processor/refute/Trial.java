package dev.litmus.processor.refute;

import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.Value;
import java.util.List;

/**
 * A statement, and what is claimed of it.
 *
 * @param sql as SQLite prepares it
 * @param parameters one for each position, in order
 * @param columns what is claimed of each column of its rows, in order; of those that are missing nothing is
 * @param rows how many rows are claimed to come
 */
public record Trial(String sql, List<TrialParameter> parameters, List<Value> columns, Rows rows) {

  public Trial {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }
}
