package dev.litmus.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.litmus.processor.declaration.FunctionDeclaration;
import dev.litmus.processor.declaration.FunctionDeclaration.Function;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.runtime.LitmusVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes the class by which the runtime finds the functions and collations of another. */
public final class RegistrationGenerator {

  private final FunctionDeclaration declaration;
  private final ClassName type;
  private final ClassName name;

  private RegistrationGenerator(FunctionDeclaration declaration) {
    this.declaration = declaration;
    this.type = TypeNames.classOf(declaration.type());
    this.name =
        ClassName.get(type.packageName(), FunctionDeclaration.registrationOf(declaration.type()));
  }

  public static GeneratedSource generate(FunctionDeclaration declaration) {
    return new RegistrationGenerator(declaration).generate();
  }

  private GeneratedSource generate() {
    TypeSpec.Builder registration = TypeSpec.classBuilder(name)
        .addJavadoc("Brings what {@link $T} declares for SQL to the databases.\n", type)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(TypeNames.SQL_FUNCTIONS)
        .addField(signatures())
        .addMethod(MethodSpec.constructorBuilder()
            .addJavadoc("For the service loader.\n")
            .addModifiers(Modifier.PUBLIC)
            .build())
        .addMethod(override("declaredBy", ClassName.get(String.class))
            .addStatement("return $S", declaration.type().qualifiedName())
            .build())
        .addMethod(override("version", ClassName.get(String.class))
            .addStatement("return $S", LitmusVersion.CURRENT)
            .build())
        .addMethod(schema())
        .addMethod(additions());
    TypeNames.silence(declaration.facts().warnings()).ifPresent(registration::addAnnotation);
    if (declaration.facts().seesGenerated()) {
      registration.addAnnotation(AnnotationSpec.builder(Generated.class)
          .addMember("value", "$S", "dev.litmus.processor.LitmusProcessor")
          .build());
    }
    for (Function function : declaration.functions()) {
      switch (function.body()) {
        case METHOD -> registration.addMethod(scalar(function));
        case GROUP -> registration.addType(group(function));
        case EXTENSION -> {}
      }
    }
    String source = JavaFile.builder(name.packageName(), registration.build())
        .skipJavaLangImports(!declaration.facts().hidesJavaLang())
        .build()
        .toString();
    return new GeneratedSource(name.canonicalName(), name.reflectionName(), source);
  }

  private FieldSpec signatures() {
    return FieldSpec.builder(
            String.class, "SIGNATURES", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("What SQL sees, for the compiler of other modules.\n")
        .initializer("$>$>$L$<$<", SqlLiteral.textBlock(declaration.sql().text()))
        .build();
  }

  private MethodSpec schema() {
    MethodSpec.Builder schema =
        override("schema", ParameterizedTypeName.get(Optional.class, String.class));
    return declaration
        .schema()
        .map(value -> schema.addStatement("return $T.of($S)", Optional.class, value))
        .orElseGet(() -> schema.addStatement("return $T.empty()", Optional.class))
        .build();
  }

  private MethodSpec additions() {
    MethodSpec.Builder method =
        override("addTo", TypeName.VOID).addParameter(TypeNames.FUNCTION_REGISTRY, "registry");
    for (Function function : declaration.functions()) {
      String sql = function.sql().name();
      int count = function.sql().arguments().size();
      boolean deterministic = function.sql().deterministic();
      switch (function.body()) {
        case METHOD ->
          method.addStatement(
              "registry.scalar($S, $L, $L, $T::$L)",
              sql,
              count,
              deterministic,
              name,
              adapterOf(function));
        case GROUP ->
          method.addStatement(
              "registry.aggregate($S, $L, $L, Group::new)", sql, count, deterministic);
        case EXTENSION -> method.addStatement("registry.extension($S, $L)", sql, count);
      }
    }
    declaration
        .collations()
        .forEach(collation -> method.addStatement(
            "registry.collation($S, $T::$L)", collation.name(), type, collation.method()));
    return method.build();
  }

  /** Methods of one name may be functions of several. */
  private String adapterOf(Function function) {
    List<Function> all = declaration.functions();
    long earlier = all.subList(0, all.indexOf(function)).stream()
        .filter(other -> other.method().equals(function.method()))
        .count();
    boolean isTaken =
        List.of("declaredBy", "version", "schema", "addTo").contains(function.method());
    return earlier > 0 || isTaken ? function.method() + (earlier + 1) : function.method();
  }

  private MethodSpec scalar(Function function) {
    return MethodSpec.methodBuilder(adapterOf(function))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(TypeNames.FUNCTION_CALL, "call")
        .addException(Exception.class)
        .addCode(unlessNull(function, "call"))
        .addStatement(result(
            function,
            CodeBlock.of("$T.$L($L)", type, function.method(), arguments(function, "call"))))
        .build();
  }

  private TypeSpec group(Function function) {
    return TypeSpec.classBuilder("Group")
        .addJavadoc("Collects the rows of one group.\n")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addSuperinterface(TypeNames.AGGREGATE_FUNCTION)
        .addField(FieldSpec.builder(type, "rows", Modifier.PRIVATE, Modifier.FINAL)
            .initializer("new $T()", type)
            .build())
        .addMethod(override("step", TypeName.VOID)
            .addParameter(TypeNames.FUNCTION_CALL, "row")
            .addException(Exception.class)
            .addCode(unlessNull(function, "row"))
            .addStatement("rows.step($L)", arguments(function, "row"))
            .build())
        .addMethod(override("finish", TypeName.VOID)
            .addParameter(TypeNames.FUNCTION_CALL, "call")
            .addException(Exception.class)
            .addStatement(result(function, CodeBlock.of("rows.finish()")))
            .build())
        .build();
  }

  /** For a NULL that the method does not take, it is not called, and the function is NULL. */
  private static CodeBlock unlessNull(Function function, String call) {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      if (!function.sql().arguments().get(i).takesNull()) {
        tests.add(call + ".isNull(" + i + ")");
      }
    }
    return tests.isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.builder()
            .beginControlFlow("if ($L)", String.join(" || ", tests))
            .addStatement("return")
            .endControlFlow()
            .build();
  }

  private static CodeBlock arguments(Function function, String call) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      CodeBlock value =
          CodeBlock.of("$L.$L($L)", call, getter(function.parameters().get(i)), i);
      boolean takesNull = function.sql().arguments().get(i).takesNull()
          && !function.parameters().get(i).isPrimitive();
      arguments.add(takesNull ? CodeBlock.of("$L.isNull($L) ? null : $L", call, i, value) : value);
    }
    return CodeBlock.join(arguments, ", ");
  }

  private static CodeBlock result(Function function, CodeBlock value) {
    return CodeBlock.of(
        "call.$L($L)", function.sql().nullable() ? "resultOrNull" : "result", value);
  }

  private static String getter(ScalarType type) {
    return switch (type) {
      case STRING -> "getString";
      case INT, BOXED_INT -> "getInt";
      case LONG, BOXED_LONG -> "getLong";
      case DOUBLE, BOXED_DOUBLE -> "getDouble";
      case BOOLEAN, BOXED_BOOLEAN -> "getBoolean";
      case BYTES -> "getBytes";
      default -> throw new IllegalArgumentException("no rule lets `" + type.text() + "` through");
    };
  }

  private static MethodSpec.Builder override(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }
}
