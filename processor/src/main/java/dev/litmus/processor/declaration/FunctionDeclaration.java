package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.schema.ApplicationFunction;
import dev.litmus.processor.schema.ApplicationFunctions;
import java.util.List;
import java.util.Optional;

/**
 * A class with functions and collations of SQL, of this compilation or out of a class file.
 *
 * @param type the class
 * @param module the name of the module it is in, when that has one
 * @param schema the schema whose databases have them; empty for all
 * @param origin where it stands
 * @param functions its functions, an aggregate among them
 * @param collations its collations
 * @param facts how its members can be named
 */
public record FunctionDeclaration(
    JavaType.Declared type,
    Optional<String> module,
    Optional<String> schema,
    Origin origin,
    List<Function> functions,
    List<Collation> collations,
    Facts facts) {

  public FunctionDeclaration {
    functions = List.copyOf(functions);
    collations = List.copyOf(collations);
  }

  /** What computes a function. */
  public enum Body {
    /** A static method. */
    METHOD,
    /** An object of the class, by its methods {@code step} and {@code finish}. */
    GROUP,
    /** A loaded extension. */
    EXTENSION
  }

  /**
   * One function.
   *
   * @param sql what SQL sees
   * @param body what computes it
   * @param method the name of the method in Java; {@code step} of an aggregate
   * @param parameters the types of its parameters; empty of one out of a class file, of which nothing is generated
   * @param result the type of its result; empty as well
   * @param origin where it stands
   */
  public record Function(
      ApplicationFunction sql,
      Body body,
      String method,
      List<ScalarType> parameters,
      Optional<ScalarType> result,
      Origin origin) {

    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * One order of texts.
   *
   * @param name what SQL calls it
   * @param method the name of the method in Java
   * @param origin where it stands
   */
  public record Collation(String name, String method, Origin origin) {}

  /**
   * What the generator must know of the place.
   *
   * @param seesGenerated whether its module reads the one of {@code javax.annotation.processing.Generated}
   * @param hidesJavaLang whether a type beside the class has the name of one in {@code java.lang}
   * @param warnings what javac would warn of where it is named
   */
  public record Facts(boolean seesGenerated, boolean hidesJavaLang, List<String> warnings) {

    public Facts {
      warnings = List.copyOf(warnings);
    }
  }

  /** Tells whether the databases of a schema have them. */
  public boolean isFor(String database) {
    return schema.map(database::equals).orElse(true);
  }

  /** Tells whether some database can have those of both. */
  public boolean meets(FunctionDeclaration other) {
    return schema.isEmpty() || other.schema.isEmpty() || schema.equals(other.schema);
  }

  /** Returns what SQL sees of them. */
  public ApplicationFunctions sql() {
    return new ApplicationFunctions(
        functions.stream().map(Function::sql).toList(),
        collations.stream().map(Collation::name).toList());
  }

  /** Returns the simple name of the generated class; a nested class brings its outer names along. */
  public static String registrationOf(JavaType.Declared type) {
    return String.join("_", type.simpleNames()) + "Sql";
  }

  /** Returns the qualified name of the generated class. */
  public String registrationName() {
    String simple = registrationOf(type);
    return type.packageName().isEmpty() ? simple : type.packageName() + "." + simple;
  }
}
