package dev.litmus.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.Result.Rows;
import dev.litmus.processor.model.Row;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The method of a query whose rows are a stream: the statement is closed by the stream, not here. */
final class StreamMethod {

  private StreamMethod() {}

  /** {@code implementation} is the generated class, which has the reader of its rows. */
  static MethodSpec of(QueryModel query, ClassName implementation, Names names) {
    NameAllocator locals = names.locals(query.method().parameters());
    String database = locals.get(Names.DATABASE);
    String constant = names.constantOf(query);
    String statement = locals.newName("statement");
    String result = locals.newName("result");
    String row = locals.newName("row");
    String failure = locals.newName("e");
    Row rows = ((Rows) query.result()).row();
    JavaType element =
        ((JavaType.Declared) query.method().returnType()).arguments().get(0);
    CodeBlock reader = rows instanceof Row.ObjectRow object
        ? CodeBlock.of("$L::$N", owner(object, implementation), names.readerOf(object))
        : CodeBlock.of("$N -> $L", row, new ReadCode(names).read(rows, row));
    MethodSpec.Builder method = Signature.of(query, constant, locals)
        .addStatement(
            "$T<$T> $N = $L.stream($N, $L)",
            TypeNames.ROW_STREAM,
            TypeNames.of(element),
            result,
            database,
            constant,
            reader)
        .addCode("try {$>\n");
    if (!query.bindings().isEmpty()) {
      method
          .addStatement("$T $N = $N.statement()", PreparedStatement.class, statement, result)
          .addCode(new BindCode(names, statement, locals).bind(query.bindings()));
    }
    return method
        .addStatement("return $N.open()", result)
        .addCode("$<} catch ($T $N) {$>\n", SQLException.class, failure)
        .addStatement("throw $N.failure($N)", result, failure)
        .addCode("$<}\n")
        .build();
  }

  private static CodeBlock owner(Row.ObjectRow object, ClassName implementation) {
    return Contents.of(object).needRepository()
        ? CodeBlock.of("this")
        : CodeBlock.of("$T", implementation);
  }
}
