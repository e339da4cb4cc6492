package dev.litmus.runtime.health;

import java.util.List;

/**
 * How a database was written anew.
 *
 * @param schema the schema of the database
 * @param bytesBefore the size of the database before, without its log
 * @param bytesAfter its size afterwards
 * @param rebuilt the indexes for full-text search that were not of their texts, and were built again; none as a rule
 * @param checkpoint how far the new content came into the file: while it is not complete, the file is as large as it was
 */
public record Vacuum(
    String schema, long bytesBefore, long bytesAfter, List<String> rebuilt, Checkpoint checkpoint) {

  /**
   * Creates the result.
   *
   * @param schema the schema of the database
   * @param bytesBefore in bytes
   * @param bytesAfter in bytes
   * @param rebuilt copied
   * @param checkpoint of the log that the new content was written to
   */
  public Vacuum {
    rebuilt = List.copyOf(rebuilt);
  }
}
