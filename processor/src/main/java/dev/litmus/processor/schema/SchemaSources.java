package dev.litmus.processor.schema;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** What the schemas of databases are made from. */
public interface SchemaSources {

  /**
   * Makes the schema of a database anew, or says why there is none.
   *
   * @param application what the application brings to it
   * @param origin who asks for it
   * @throws IOException when what it is made from cannot be read
   */
  Checked<Schema> build(String database, ApplicationFunctions application, Origin origin)
      throws IOException, SQLException;

  /** Returns the databases there are, where they can be listed. */
  List<String> databases();
}
