package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An interface annotated with {@code @Database}.
 *
 * @param type the interface
 * @param database the name of its schema
 * @param origin where that name stands
 * @param methods its queries, own ones first, each in source order
 * @param records every record that a signature reaches; a generic one once for each of its arguments
 * @param memberTypes the simple names of the types declared in it or inherited, which hide imports
 */
public record RepositoryDeclaration(
    JavaType.Declared type,
    String database,
    Origin origin,
    List<MethodDeclaration> methods,
    Map<JavaType, RecordDeclaration> records,
    Set<String> memberTypes) {

  public RepositoryDeclaration {
    methods = List.copyOf(methods);
    records = Map.copyOf(records);
    memberTypes = Set.copyOf(memberTypes);
  }

  /** Returns the record behind a type; empty for every other type. */
  public Optional<RecordDeclaration> recordOf(JavaType type) {
    return Optional.ofNullable(records.get(type));
  }
}
