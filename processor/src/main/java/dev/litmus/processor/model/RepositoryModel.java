package dev.litmus.processor.model;

import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.RepositoryDeclaration;
import dev.litmus.processor.declaration.RepositoryDeclaration.Members;
import dev.litmus.processor.declaration.TransactionalDeclaration;
import java.util.List;
import java.util.Optional;

/**
 * A repository whose every query is right.
 *
 * @param type the interface
 * @param schema the schema it was checked against
 * @param version the newest migration of that schema
 * @param fingerprint what tells its migrations from all others
 * @param declared what its script declares; empty when migrations make the schema
 * @param members what the implementation inherits, and must not hide
 * @param queries a model for each method
 * @param transactions the default methods that run as one transaction
 */
public record RepositoryModel(
    JavaType.Declared type,
    String schema,
    long version,
    String fingerprint,
    Optional<Declared> declared,
    Members members,
    List<QueryModel> queries,
    List<TransactionalDeclaration> transactions) {

  public RepositoryModel {
    transactions = List.copyOf(transactions);
    queries = List.copyOf(queries);
  }

  /** Returns the simple name of the generated class. */
  public String implementationName() {
    return RepositoryDeclaration.implementationOf(type);
  }
}
