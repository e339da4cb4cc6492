package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.ParsedQuery;

/** Infers what a statement yields. */
public final class Inferrer {

  private Inferrer() {}

  /** Returns what the structure of a query says; nothing when it has none that we know. */
  public static Inference infer(Schema schema, ParsedQuery query, Assumptions assumptions) {
    return Inference.UNKNOWN;
  }
}
