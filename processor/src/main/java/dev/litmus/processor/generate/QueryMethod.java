package dev.litmus.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.Result.Changes;
import dev.litmus.processor.model.Result.Rows;
import dev.litmus.processor.model.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The method of one query: one try-with-resources, one catch, no lambdas. */
final class QueryMethod {

  private final QueryModel query;
  private final Names names;
  private final NameAllocator locals;
  private final String constant;
  private final String database;
  private final String statement;
  private final String transaction;
  private final String row;
  private final String result;
  private final String failure;

  private QueryMethod(QueryModel query, Names names) {
    this.query = query;
    this.names = names;
    this.constant = names.constantOf(query);
    this.locals = names.locals(query.method().parameters());
    this.database = locals.get(Names.DATABASE);
    this.statement = locals.newName("statement");
    this.transaction = locals.newName("transaction");
    this.row = locals.newName("row");
    this.result = locals.newName("result");
    this.failure = locals.newName("e");
  }

  static MethodSpec of(QueryModel query, Names names) {
    return new QueryMethod(query, names).generate();
  }

  private MethodSpec generate() {
    MethodSpec.Builder method = MethodSpec.methodBuilder(query.method().name())
        .addJavadoc("$L\n", ConstantPlacement.mark(constant))
        .addJavadoc(QueryJavadoc.of(query))
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(TypeNames.of(query.method().returnType()))
        .varargs(query.method().varargs());
    if (query.method().deprecated()) {
      method.addAnnotation(Deprecated.class);
    }
    TypeNames.silence(query.method().warnings()).ifPresent(method::addAnnotation);
    query
        .method()
        .parameters()
        .forEach(p -> method.addParameter(TypeNames.of(p.type()), locals.get(p.name())));
    return method
        .addCode("try ($L) {$>\n", resources())
        .addCode(BindCode.bind(query.bindings(), statement, locals))
        .addCode(body())
        .addCode("$<} catch ($T $N) {$>\n", SQLException.class, failure)
        .addStatement("throw $L.failure($N, $N)", database, constant, failure)
        .addCode("$<}\n")
        .build();
  }

  /** Rows of a write are read inside a transaction: a row that cannot be read undoes the change. */
  private CodeBlock resources() {
    CodeBlock lease = CodeBlock.of(
        "$T $N = $L.$L($N)",
        PreparedStatement.class,
        statement,
        database,
        query.facts().writes() ? "write" : "read",
        constant);
    return isTransaction()
        ? CodeBlock.of(
            "$T $N = $L.begin();\n    $L", TypeNames.TRANSACTION, transaction, database, lease)
        : lease;
  }

  private boolean isTransaction() {
    return query.facts().writes() && query.result() instanceof Rows;
  }

  private CodeBlock body() {
    if (query.result() instanceof Changes changes) {
      return changes(changes);
    }
    Rows rows = (Rows) query.result();
    CodeBlock.Builder code = CodeBlock.builder()
        .addStatement("$T $N = $N.executeQuery()", ResultSet.class, row, statement);
    switch (rows.cardinality()) {
      case LIST -> code.add(list(rows.row()));
      case ONE ->
        code.beginControlFlow("if (!$N.next())", row)
            .addStatement("throw $L.noRow($N)", database, constant)
            .endControlFlow()
            .add(single(read(rows.row())));
      case OPTIONAL -> code.add(optional(read(rows.row()), rows.row()));
      case ONE_OR_NULL -> code.add(none(CodeBlock.of("null"))).add(single(read(rows.row())));
    }
    return code.build();
  }

  private CodeBlock changes(Changes changes) {
    return switch (changes.form()) {
      case IGNORED ->
        CodeBlock.builder().addStatement("$N.executeUpdate()", statement).build();
      case INT ->
        CodeBlock.builder().addStatement("return $N.executeUpdate()", statement).build();
      case LONG ->
        CodeBlock.builder()
            .addStatement("return $N.executeLargeUpdate()", statement)
            .build();
      case ANY ->
        CodeBlock.builder()
            .addStatement("return $N.executeUpdate() > 0", statement)
            .build();
    };
  }

  private CodeBlock list(Row rowType) {
    CodeBlock.Builder code = CodeBlock.builder()
        .addStatement("$T $N = new $T<>()", returnType(), result, ArrayList.class)
        .beginControlFlow("while ($N.next())", row)
        .addStatement("$N.add($L)", result, read(rowType))
        .endControlFlow();
    return code.add(finish()).build();
  }

  private CodeBlock optional(CodeBlock value, Row rowType) {
    // A record is never null; a column may be.
    String of = rowType instanceof Row.RecordRow ? "of" : "ofNullable";
    return CodeBlock.builder()
        .add(none(CodeBlock.of("$T.empty()", Optional.class)))
        .add(single(CodeBlock.of("$T.$L($L)", Optional.class, of, value)))
        .build();
  }

  private CodeBlock none(CodeBlock nothing) {
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("if (!$N.next())", row);
    if (isTransaction()) {
      code.addStatement("$N.commit()", transaction);
    }
    return code.addStatement("return $L", nothing).endControlFlow().build();
  }

  private CodeBlock single(CodeBlock value) {
    return CodeBlock.builder()
        .addStatement("$T $N = $L", returnType(), result, value)
        .beginControlFlow("if ($N.next())", row)
        .addStatement("throw $L.nonUniqueRow($N)", database, constant)
        .endControlFlow()
        .add(finish())
        .build();
  }

  private CodeBlock finish() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (isTransaction()) {
      code.addStatement("$N.commit()", transaction);
    }
    return code.addStatement("return $N", result).build();
  }

  private CodeBlock read(Row rowType) {
    if (rowType instanceof Row.ScalarRow scalar) {
      return ReadCode.read(scalar.type(), 1, row);
    }
    return CodeBlock.of("$N($N)", names.readerOf((Row.RecordRow) rowType), row);
  }

  private TypeName returnType() {
    return TypeNames.of(query.method().returnType());
  }
}
