package dev.litmus.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.litmus.processor.declaration.BatchDeclaration;
import dev.litmus.processor.declaration.BatchItems;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.Result.Changes;
import dev.litmus.processor.model.Result.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;

/** The method of a statement that runs once for each item. */
final class BatchMethod {

  private final QueryModel query;
  private final Names names;
  private final ParameterDeclaration items;
  private final JavaType itemType;
  private final NameAllocator locals;
  private final String constant;
  private final String all;
  private final String item;
  private final String batch;
  private final String statement;
  private final String row;
  private final String result;

  private BatchMethod(QueryModel query, Names names) {
    this.query = query;
    this.names = names;
    this.constant = names.constantOf(query);
    this.items = query.method().items().orElseThrow();
    this.itemType = BatchItems.of(items.type()).orElseThrow();
    this.locals = names.locals(query.method().parameters());
    this.all = locals.get(items.name());
    this.item = locals.newName(itemName());
    this.batch = locals.newName("batch");
    this.statement = locals.newName("statement");
    this.row = locals.newName("row");
    this.result = locals.newName("result");
  }

  /** {@code Message} is {@code message}, a string is {@code item}. */
  private String itemName() {
    if (!(itemType instanceof JavaType.Declared declared)
        || ScalarType.of(itemType).isPresent()) {
      return "item";
    }
    String name = declared.simpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  static MethodSpec of(QueryModel query, Names names) {
    return new BatchMethod(query, names).generate();
  }

  private MethodSpec generate() {
    BatchDeclaration declared = query.method().batch().orElseThrow();
    String failure = locals.newName("e");
    MethodSpec.Builder method = Signature.of(query, constant, locals)
        .addStatement(
            declared.chunks() ? "$T $N = $L.batch($N, $L)" : "$T $N = $L.batch($N)",
            declared.chunks()
                ? new Object[] {
                  TypeNames.BATCH, batch, locals.get(Names.DATABASE), constant, declared.size()
                }
                : new Object[] {TypeNames.BATCH, batch, locals.get(Names.DATABASE), constant})
        .addCode("try ($N) {$>\n", batch);
    if (query.result() instanceof Rows) {
      method.addStatement(
          "$T $N = new $T<>()", TypeNames.of(query.method().returnType()), result, ArrayList.class);
    }
    return method
        .beginControlFlow("for ($T $N : $N)", TypeNames.of(itemType), item, all)
        .addStatement(
            "$T $N = $N.next($L)",
            PreparedStatement.class,
            statement,
            batch,
            namesComponents() ? item : "")
        .addCode(new BindCode(names, statement, roots()).bind(query.bindings()))
        .addCode(run())
        .endControlFlow()
        .addCode(finish())
        .addCode(
            "$<} catch ($T | $T $N) {$>\n", SQLException.class, RuntimeException.class, failure)
        .addStatement("throw $N.failure($N)", batch, failure)
        .addCode("$<}\n")
        .build();
  }

  /** Whether an item has to be there, because parts of it are bound. */
  private boolean namesComponents() {
    return query.bindings().stream()
        .anyMatch(binding ->
            binding.path().get(0).equals(items.name()) && binding.path().size() > 1);
  }

  /** The name of the items means one of them. */
  private NameAllocator roots() {
    NameAllocator roots = new NameAllocator();
    query
        .method()
        .parameters()
        .forEach(parameter -> roots.newName(
            parameter.equals(items) ? item : locals.get(parameter.name()), parameter.name()));
    return roots;
  }

  private CodeBlock run() {
    if (!(query.result() instanceof Rows rows)) {
      return CodeBlock.builder()
          .addStatement("$N.changed($N.executeLargeUpdate())", batch, statement)
          .build();
    }
    return CodeBlock.builder()
        .addStatement("$T $N = $N.executeQuery()", ResultSet.class, row, statement)
        .beginControlFlow("while ($N.next())", row)
        .addStatement("$N.add($L)", result, new ReadCode(names).read(rows.row(), row))
        .endControlFlow()
        .addStatement("$N.done()", batch)
        .build();
  }

  private CodeBlock finish() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!(query.result() instanceof Changes changes)) {
      return code.addStatement("$N.finish()", batch)
          .addStatement("return $N", result)
          .build();
    }
    return switch (changes.form()) {
      case IGNORED -> code.addStatement("$N.finish()", batch).build();
      case INT -> code.addStatement("return $N.finishInt()", batch).build();
      case LONG -> code.addStatement("return $N.finish()", batch).build();
      case ANY -> code.addStatement("return $N.finish() > 0", batch).build();
    };
  }
}
