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
import dev.litmus.processor.declaration.Conversion;
import dev.litmus.processor.declaration.TransactionalDeclaration;
import dev.litmus.processor.model.AddedAnnotations;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.RepositoryModel;
import dev.litmus.processor.model.Result;
import dev.litmus.runtime.LitmusVersion;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes the implementation of a repository, with the factory by which the runtime finds it. */
public final class ImplementationGenerator {

  private final RepositoryModel repository;
  private final ClassName type;
  private final Names names;
  private final AddedAnnotations annotations;

  private ImplementationGenerator(RepositoryModel repository, AddedAnnotations annotations) {
    this.repository = repository;
    this.annotations = annotations;
    this.type = TypeNames.classOf(repository.type());
    this.names = new Names(repository);
  }

  public static GeneratedSource generate(RepositoryModel repository, AddedAnnotations annotations) {
    return new ImplementationGenerator(repository, annotations).generate();
  }

  private GeneratedSource generate() {
    ClassName name = ClassName.get(type.packageName(), repository.implementationName());
    TypeSpec.Builder implementation = TypeSpec.classBuilder(name)
        .addJavadoc("""
            The queries of {@link $T} on the database {@code $L}, checked against $L.
            Safe for all threads.
            """, type, repository.schema(), checkedAgainst())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(type)
        .alwaysQualify(repository.members().types().toArray(String[]::new))
        .addField(TypeNames.DATABASE, "database", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor());
    TypeNames.silence(repository.members().warnings()).ifPresent(implementation::addAnnotation);
    if (repository.members().seesGenerated()) {
      implementation.addAnnotation(AnnotationSpec.builder(Generated.class)
          .addMember("value", "$S", "dev.litmus.processor.LitmusProcessor")
          .build());
    }
    annotations.onClass().forEach(added -> implementation.addAnnotation(TypeNames.classOf(added)));
    for (QueryModel query : repository.queries()) {
      implementation.addField(constant(query));
      implementation.addMethod(method(query, name));
      if (query.result() instanceof Result.Counted counted) {
        implementation.addField(statement(names.countOf(query), query, counted.countSql()));
        implementation.addMethod(PageMethod.count(query, names));
      }
    }
    names
        .converters()
        .forEach(
            (conversion, field) -> implementation.addField(ConverterField.of(conversion, field)));
    for (TransactionalDeclaration method : repository.transactions()) {
      implementation.addMethod(TransactionalMethod.of(method, type, names));
    }
    names
        .readers()
        .forEach((object, reader) ->
            implementation.addMethod(new ReadCode(names).reader(reader, object)));
    implementation.addType(factory(name));
    String source = JavaFile.builder(name.packageName(), implementation.build())
        .skipJavaLangImports(!repository.members().hidesJavaLang())
        .build()
        .toString();
    List<String> constants =
        repository.queries().stream().flatMap(this::constantsOf).toList();
    return new GeneratedSource(
        name.canonicalName(),
        name.nestedClass("Factory").reflectionName(),
        ConstantPlacement.place(source, constants));
  }

  private String checkedAgainst() {
    return repository
        .declared()
        .map(declared -> "the script {@code " + declared.script() + "}")
        .orElse("its migrations up to version " + repository.version());
  }

  private Stream<String> constantsOf(QueryModel query) {
    return query.result() instanceof Result.Counted
        ? Stream.of(names.constantOf(query), names.countOf(query))
        : Stream.of(names.constantOf(query));
  }

  private MethodSpec method(QueryModel query, ClassName implementation) {
    if (query.result() instanceof Result.Counted counted) {
      return PageMethod.of(query, counted, names);
    }
    if (query.result() instanceof Result.ByKey byKey) {
      return KeysetMethod.of(query, byKey, names);
    }
    if (query.method().batch().isPresent()) {
      return BatchMethod.of(query, names);
    }
    return query.result() instanceof Result.Rows rows
            && rows.cardinality() == Result.Rows.Cardinality.STREAM
        ? StreamMethod.of(query, implementation, names)
        : QueryMethod.of(query, names);
  }

  private MethodSpec constructor() {
    boolean needsSettings = names.converters().keySet().stream().anyMatch(Conversion::handedOver);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addJavadoc(
            "Creates the repository on an open database of its schema$L.\n",
            needsSettings ? ", whose settings have its converters" : "")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(TypeNames.DATABASE, "database")
        .addStatement("this.database = database");
    names
        .converters()
        .forEach((conversion, field) ->
            constructor.addCode(ConverterField.assignment(conversion, field)));
    annotations
        .onConstructor()
        .forEach(added -> constructor.addAnnotation(TypeNames.classOf(added)));
    return constructor.build();
  }

  private FieldSpec constant(QueryModel query) {
    String constant = names.constantOf(query);
    return query.result() instanceof Result.ByKey byKey
        ? KeysetMethod.constant(constant, calledInMessages(query), byKey)
        : statement(constant, query, query.sql());
  }

  private FieldSpec statement(String constant, QueryModel query, String sql) {
    CodeBlock value = CodeBlock.of(
        "$T.of($S, $>$>$L$<$<)",
        TypeNames.STATEMENT,
        calledInMessages(query),
        SqlLiteral.textBlock(sql));
    return FieldSpec.builder(
            TypeNames.STATEMENT, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private String calledInMessages(QueryModel query) {
    return String.join(".", repository.type().simpleNames()) + "."
        + query.method().name();
  }

  private TypeSpec factory(ClassName implementation) {
    TypeName classOfRepository = ParameterizedTypeName.get(ClassName.get(Class.class), type);
    TypeSpec.Builder factory = TypeSpec.classBuilder("Factory")
        .addJavadoc("How the runtime finds this class.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addSuperinterface(ParameterizedTypeName.get(TypeNames.FACTORY, type))
        .addMethod(MethodSpec.constructorBuilder()
            .addJavadoc("For the service loader.\n")
            .addModifiers(Modifier.PUBLIC)
            .build())
        .addMethod(override("schema", ClassName.get(String.class))
            .addStatement("return $S", repository.schema())
            .build())
        .addMethod(override("version", ClassName.get(String.class))
            .addStatement("return $S", LitmusVersion.CURRENT)
            .build())
        .addMethod(override("migrations", ClassName.get(String.class))
            .addStatement("return $S", repository.fingerprint())
            .build());
    repository.declared().ifPresent(declared -> factory.addMethod(DeclaredMethod.of(declared)));
    return factory
        .addMethod(override("repository", classOfRepository)
            .addStatement("return $T.class", type)
            .build())
        .addMethod(override("create", type)
            .addParameter(TypeNames.DATABASE, "database")
            .addStatement("return new $T(database)", implementation)
            .build())
        .build();
  }

  private static MethodSpec.Builder override(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }
}
