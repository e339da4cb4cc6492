package dev.litmus.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.Result.Counted;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods of a query that is read in counted pages: one reads a page, in one transaction with the other, which counts. */
final class PageMethod {

  private PageMethod() {}

  static MethodSpec of(QueryModel query, Counted page, Names names) {
    NameAllocator locals = names.locals(query.method().parameters());
    String database = locals.get(Names.DATABASE);
    String constant = names.constantOf(query);
    String request = locals.get(page.request());
    String transaction = locals.newName("transaction");
    String statement = locals.newName("statement");
    String row = locals.newName("row");
    String items = locals.newName("items");
    String total = locals.newName("total");
    String result = locals.newName("result");
    String failure = locals.newName("e");
    int positions = query.bindings().size();
    return Signature.of(query, constant, locals)
        .addCode(
            "try ($T $N = $L.begin($T.READ);\n    $T $N = $L.read($N)) {$>\n",
            TypeNames.TRANSACTION,
            transaction,
            database,
            TypeNames.TRANSACTION_MODE,
            PreparedStatement.class,
            statement,
            database,
            constant)
        .addCode(new BindCode(names, statement, locals).bind(query.bindings()))
        .addStatement("$N.setInt($L, $N.limit())", statement, positions + 1, request)
        .addStatement("$N.setLong($L, $N.offset())", statement, positions + 2, request)
        .addStatement("$T $N = $N.executeQuery()", ResultSet.class, row, statement)
        .addStatement(
            "$T $N = new $T<>()",
            ParameterizedTypeName.get(ClassName.get(List.class), elementOf(query)),
            items,
            ArrayList.class)
        .beginControlFlow("while ($N.next())", row)
        .addStatement("$N.add($L)", items, new ReadCode(names).read(page.row(), row))
        .endControlFlow()
        .addStatement(
            "long $N = $N.isLast($N.size()) ? $N.offset() + $N.size() : $N($L)",
            total,
            request,
            items,
            request,
            items,
            names.countMethodOf(query),
            arguments(query, locals))
        .addStatement(
            "$T $N = new $T<>($N, $N, $N.limit(), $N.offset())",
            TypeNames.of(query.method().returnType()),
            result,
            TypeNames.PAGE,
            items,
            total,
            request,
            request)
        .addStatement("$N.commit()", transaction)
        .addStatement("return $N", result)
        .addCode("$<} catch ($T $N) {$>\n", SQLException.class, failure)
        .addStatement("throw $L.failure($N, $N)", database, constant, failure)
        .addCode("$<}\n")
        .build();
  }

  static TypeName elementOf(QueryModel query) {
    JavaType.Declared type = (JavaType.Declared) query.method().returnType();
    return TypeNames.boxed(TypeNames.of(type.arguments().get(0)));
  }

  /** The parameters that are counted with, in the order of the method. */
  private static List<ParameterDeclaration> parameters(QueryModel query) {
    List<Binding> bindings = ((Counted) query.result()).countBindings();
    return query.method().parameters().stream()
        .filter(
            parameter -> bindings.stream().anyMatch(b -> b.path().get(0).equals(parameter.name())))
        .toList();
  }

  private static CodeBlock arguments(QueryModel query, NameAllocator locals) {
    return parameters(query).stream()
        .map(parameter -> CodeBlock.of("$N", locals.get(parameter.name())))
        .collect(CodeBlock.joining(", "));
  }

  static MethodSpec count(QueryModel query, Names names) {
    Counted page = (Counted) query.result();
    NameAllocator locals = names.locals(query.method().parameters());
    String database = locals.get(Names.DATABASE);
    String constant = names.countOf(query);
    String statement = locals.newName("statement");
    String row = locals.newName("row");
    String failure = locals.newName("e");
    MethodSpec.Builder method = MethodSpec.methodBuilder(names.countMethodOf(query))
        .addJavadoc("$L\n", ConstantPlacement.mark(constant))
        .addJavadoc(
            "Counts the rows that {@code $L} has pages of.\n", query.method().name())
        .addModifiers(Modifier.PRIVATE)
        .returns(TypeName.LONG);
    parameters(query)
        .forEach(p -> method.addParameter(TypeNames.of(p.type()), locals.get(p.name())));
    return method
        .addCode(
            "try ($T $N = $L.read($N)) {$>\n",
            PreparedStatement.class,
            statement,
            database,
            constant)
        .addCode(new BindCode(names, statement, locals).bind(page.countBindings()))
        .addStatement("$T $N = $N.executeQuery()", ResultSet.class, row, statement)
        .beginControlFlow("if (!$N.next())", row)
        .addStatement("throw $L.noRow($N)", database, constant)
        .endControlFlow()
        .addStatement("return $T.requireLong($N, 1)", TypeNames.COLUMNS, row)
        .addCode("$<} catch ($T $N) {$>\n", SQLException.class, failure)
        .addStatement("throw $L.failure($N, $N)", database, constant, failure)
        .addCode("$<}\n")
        .build();
  }
}
