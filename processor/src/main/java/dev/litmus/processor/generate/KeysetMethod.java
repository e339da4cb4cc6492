package dev.litmus.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.Result.ByKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method of a query that is read in pages by key. */
final class KeysetMethod {

  private KeysetMethod() {}

  static FieldSpec constant(String constant, String calledInMessages, ByKey page) {
    CodeBlock.Builder value = CodeBlock.builder()
        .add("$T.of($S, $L", TypeNames.KEYSET_QUERY, calledInMessages, page.keys());
    page.statements().forEach(sql -> value.add(", $>$>$L$<$<", SqlLiteral.textBlock(sql)));
    return FieldSpec.builder(
            TypeNames.KEYSET_QUERY, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value.add(")").build())
        .build();
  }

  static MethodSpec of(QueryModel query, ByKey page, Names names) {
    NameAllocator locals = names.locals(query.method().parameters());
    String database = locals.get(Names.DATABASE);
    String constant = names.constantOf(query);
    String step = locals.newName("step");
    String statement = locals.newName("statement");
    String row = locals.newName("row");
    String items = locals.newName("items");
    String failure = locals.newName("e");
    return Signature.of(query, constant, locals)
        .addStatement(
            "$T $N = $N.at($L, $N)",
            TypeNames.KEYSET_QUERY.nestedClass("Step"),
            step,
            constant,
            database,
            locals.get(page.request()))
        .addCode(
            "try ($T $N = $L.read($N.statement())) {$>\n",
            PreparedStatement.class,
            statement,
            database,
            step)
        .addCode(new BindCode(names, statement, locals).bind(query.bindings()))
        .addStatement("$N.bind($N, $L)", step, statement, query.bindings().size() + 1)
        .addStatement("$T $N = $N.executeQuery()", ResultSet.class, row, statement)
        .addStatement(
            "$T $N = new $T<>()",
            ParameterizedTypeName.get(ClassName.get(List.class), PageMethod.elementOf(query)),
            items,
            ArrayList.class)
        .beginControlFlow("while ($N.next($N, $L))", step, row, page.columns() + 1)
        .addStatement("$N.add($L)", items, new ReadCode(names).read(page.row(), row))
        .endControlFlow()
        .addStatement("return $N.page($N)", step, items)
        .addCode("$<} catch ($T $N) {$>\n", SQLException.class, failure)
        .addStatement("throw $L.failure($N.statement(), $N)", database, step, failure)
        .addCode("$<}\n")
        .build();
  }
}
