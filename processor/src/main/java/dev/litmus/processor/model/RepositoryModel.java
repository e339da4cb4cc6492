package dev.litmus.processor.model;

import dev.litmus.processor.declaration.JavaType;
import java.util.List;
import java.util.Set;

/**
 * A repository whose every query is right.
 *
 * @param type the interface
 * @param schema the schema it was checked against
 * @param version the newest migration of that schema
 * @param memberTypes the simple names of the interface's own and inherited member types, which hide imports
 * @param queries a model for each method
 */
public record RepositoryModel(
    JavaType.Declared type,
    String schema,
    long version,
    Set<String> memberTypes,
    List<QueryModel> queries) {

  public RepositoryModel {
    memberTypes = Set.copyOf(memberTypes);
    queries = List.copyOf(queries);
  }

  /** Returns the simple name of the generated class; a nested interface brings its outer names along. */
  public String implementationName() {
    return String.join("_", type.simpleNames()) + "Impl";
  }
}
