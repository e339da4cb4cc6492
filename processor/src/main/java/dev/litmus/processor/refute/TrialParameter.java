package dev.litmus.processor.refute;

import dev.litmus.processor.value.SqlType;
import java.util.List;

/**
 * What may be bound to a position.
 *
 * @param type what kind of value; no other is bound
 * @param nullable whether NULL may be bound
 * @param samples values that are worth a try; the refuter finds by itself those of the columns and literals that the
 *     parameter is compared with
 */
public record TrialParameter(SqlType type, boolean nullable, List<Datum> samples) {

  public TrialParameter {
    samples = List.copyOf(samples);
  }

  public TrialParameter(SqlType type, boolean nullable) {
    this(type, nullable, List.of());
  }
}
