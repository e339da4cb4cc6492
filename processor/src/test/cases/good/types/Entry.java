package app;

import java.time.Instant;

/** Records within records, to be passed. */
public record Entry(long id, Values values) {

  public record Values(Measure measure, Extra extra) {}

  public record Extra(String text, byte[] bytes, Instant takenAt) {}
}
