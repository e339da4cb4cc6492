package dev.litmus.cli.schema;

import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import java.sql.SQLException;

/** Where the schema comes from that queries are judged by. */
public interface SchemaSource {

  /**
   * Makes the schema in a database of its own.
   *
   * @throws SchemaException when it cannot be made from what the user gave
   */
  Schema open() throws SchemaException, SQLException;

  /** Returns the databases beside this one, for messages. */
  default Neighbours neighbours() {
    return Neighbours.NONE;
  }

  /** Whether it can be made once more without touching anything outside of its own memory. */
  boolean isRepeatable();
}
