package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An interface annotated with {@code @Database}.
 *
 * @param type the interface
 * @param module the name of the module it is in, when that has one
 * @param database the name of its schema
 * @param origin where that name stands
 * @param methods its queries, own ones first, each in source order
 * @param transactions its default methods that run as one transaction, in the same order
 * @param types what the types mean that its signatures reach
 * @param allowances what its {@code @Allow} silence, and those of its queries
 * @param members what its implementation inherits, and must not hide
 */
public record RepositoryDeclaration(
    JavaType.Declared type,
    Optional<String> module,
    String database,
    Origin origin,
    List<MethodDeclaration> methods,
    List<TransactionalDeclaration> transactions,
    KnownTypes types,
    List<AllowDeclaration> allowances,
    Members members) {

  public RepositoryDeclaration {
    methods = List.copyOf(methods);
    transactions = List.copyOf(transactions);
    allowances = List.copyOf(allowances);
  }

  /** Returns the qualified name of the class by which the runtime finds the implementation. */
  public String factoryName() {
    String simple = implementationOf(type) + ".Factory";
    return type.packageName().isEmpty() ? simple : type.packageName() + "." + simple;
  }

  /** Returns the simple name of the generated class; a nested interface brings its outer names along. */
  public static String implementationOf(JavaType.Declared repository) {
    return String.join("_", repository.simpleNames()) + "Impl";
  }

  /**
   * Names that are taken in the implementation.
   *
   * @param types simple names of the types and constants declared in the interface or inherited, which hide imports
   * @param methods names of all its methods
   * @param hidesJavaLang whether a type beside the interface has the name of one in {@code java.lang}
   * @param seesGenerated whether its module reads the one of {@code javax.annotation.processing.Generated}
   * @param warnings what javac would warn of in it
   */
  public record Members(
      Set<String> types,
      Set<String> methods,
      boolean hidesJavaLang,
      boolean seesGenerated,
      List<String> warnings) {

    public Members {
      warnings = List.copyOf(warnings);
      types = Set.copyOf(types);
      methods = Set.copyOf(methods);
    }
  }
}
