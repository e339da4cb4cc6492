package dev.litmus.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.litmus.processor.declaration.JavaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our types as JavaPoet's, and the runtime's classes that generated code names. */
final class TypeNames {

  static final ClassName DATABASE = runtime("SqliteDatabase");
  static final ClassName STATEMENT = runtime("SqlStatement");
  static final ClassName TRANSACTION = runtime("Transaction");
  static final ClassName TRANSACTION_MODE = runtime("TransactionMode");
  static final ClassName FACTORY = runtime("RepositoryFactory");
  static final ClassName DECLARED = runtime("DeclaredSchema");
  static final ClassName COLUMNS = runtime("Columns");
  static final ClassName TEXT_COLUMNS = runtime("TextColumns");
  static final ClassName TEXT_VALUES = runtime("TextValues");
  static final ClassName NUMBER_VALUES = runtime("NumberValues");
  static final ClassName CONVERSIONS = runtime("Conversions");
  static final ClassName ENUM_CODES = runtime("EnumCodes");
  static final ClassName BATCH = runtime("Batch");
  static final ClassName ROW_STREAM = runtime("RowStream");
  static final ClassName ROW_COLLECTOR = runtime("RowCollector");
  static final ClassName PAGE = runtime("Page");
  static final ClassName KEYSET_QUERY = runtime("KeysetQuery");
  static final ClassName JSON_ARRAYS = runtime("JsonArrays");

  static final ClassName SQL_FUNCTIONS = function("SqlFunctions");
  static final ClassName FUNCTION_REGISTRY = function("FunctionRegistry");
  static final ClassName FUNCTION_CALL = function("FunctionCall");
  static final ClassName AGGREGATE_FUNCTION = function("AggregateFunction");

  static final ClassName HIGHLIGHTED_TEXT =
      ClassName.get("dev.litmus.runtime.search", "HighlightedText");

  private static final Map<String, TypeName> PRIMITIVES = Map.of(
      "void", TypeName.VOID,
      "boolean", TypeName.BOOLEAN,
      "byte", TypeName.BYTE,
      "short", TypeName.SHORT,
      "int", TypeName.INT,
      "long", TypeName.LONG,
      "char", TypeName.CHAR,
      "float", TypeName.FLOAT,
      "double", TypeName.DOUBLE);

  private TypeNames() {}

  private static ClassName runtime(String name) {
    return ClassName.get("dev.litmus.runtime", name);
  }

  private static ClassName function(String name) {
    return ClassName.get("dev.litmus.runtime.function", name);
  }

  static TypeName of(JavaType type) {
    if (type instanceof JavaType.Declared declared) {
      ClassName raw = classOf(declared);
      TypeName[] arguments =
          declared.arguments().stream().map(TypeNames::of).toArray(TypeName[]::new);
      return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
    }
    if (type instanceof JavaType.Array array) {
      return ArrayTypeName.of(of(array.component()));
    }
    if (type instanceof JavaType.Variable) {
      return TypeVariableName.get(type.text());
    }
    if (type instanceof JavaType.Wildcard wildcard) {
      TypeName bound = wildcard.bound().map(TypeNames::of).orElse(ClassName.OBJECT);
      return wildcard.relation().equals("super")
          ? WildcardTypeName.supertypeOf(bound)
          : WildcardTypeName.subtypeOf(bound);
    }
    TypeName primitive = PRIMITIVES.get(type.text());
    if (primitive == null) {
      throw new IllegalArgumentException("no rule lets the type `" + type.text() + "` through");
    }
    return primitive;
  }

  /** Returns the annotation that keeps javac from warning of what a repeated signature names. */
  static Optional<AnnotationSpec> silence(List<String> warnings) {
    if (warnings.isEmpty()) {
      return Optional.empty();
    }
    AnnotationSpec.Builder silent = AnnotationSpec.builder(SuppressWarnings.class);
    warnings.forEach(warning -> silent.addMember("value", "$S", warning));
    return Optional.of(silent.build());
  }

  /** Returns a type that can be an argument of another. */
  static TypeName boxed(TypeName type) {
    return type.isPrimitive() ? type.box() : type;
  }

  static ClassName classOf(JavaType.Declared type) {
    List<String> names = type.simpleNames();
    return ClassName.get(
        type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
  }
}
