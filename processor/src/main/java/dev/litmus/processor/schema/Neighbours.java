package dev.litmus.processor.schema;

import java.sql.SQLException;
import java.util.List;

/** The other databases, for messages: what is not here may be there. */
@FunctionalInterface
public interface Neighbours {

  /** No other database is known. */
  Neighbours NONE = table -> List.of();

  /** Returns the names of the other databases that have such a table, sorted. */
  List<String> databasesWith(String table) throws SQLException;
}
