package dev.litmus.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.Result.Changes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

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

  private QueryMethod(QueryModel query, Names names) {
    this.query = query;
    this.names = names;
    this.constant = names.constantOf(query);
    this.locals = names.locals(query.method().parameters());
    this.database = locals.get(Names.DATABASE);
    this.statement = locals.newName("statement");
    this.transaction = locals.newName("transaction");
    this.row = locals.newName("row");
  }

  static MethodSpec of(QueryModel query, Names names) {
    return new QueryMethod(query, names).generate();
  }

  private MethodSpec generate() {
    CodeBlock body = body();
    String failure = locals.newName("e");
    return Signature.of(query, constant, locals)
        .addCode("try ($L) {$>\n", resources())
        .addCode(new BindCode(names, statement, locals).bind(query.bindings()))
        .addCode(body)
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
    return query.facts().writes() && !(query.result() instanceof Changes);
  }

  private CodeBlock body() {
    if (query.result() instanceof Changes changes) {
      return changes(changes);
    }
    RowsCode rows = new RowsCode(
        new ReadCode(names),
        database,
        constant,
        row,
        locals.newName("result"),
        locals.newName("key"),
        isTransaction() ? Optional.of(transaction) : Optional.empty(),
        TypeNames.of(query.method().returnType()));
    String receiver = query
        .method()
        .receiver()
        .map(ParameterDeclaration::name)
        .map(locals::get)
        .orElse("");
    return CodeBlock.builder()
        .addStatement("$T $N = $N.executeQuery()", ResultSet.class, row, statement)
        .add(rows.of(query.result(), receiver))
        .build();
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
}
