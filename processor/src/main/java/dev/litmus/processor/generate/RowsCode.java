package dev.litmus.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Result.Rows;
import dev.litmus.processor.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;

/**
 * What is made of the rows of a statement that has run.
 *
 * @param database the expression for the database
 * @param constant the name of the statement's constant
 * @param row the variable that holds the rows
 * @param result the variable for what is made of them
 * @param key the variable for the key of a map
 * @param transaction the variable that holds the transaction to commit; empty when there is none
 * @param returnType what the method returns
 */
record RowsCode(
    ReadCode reads,
    String database,
    String constant,
    String row,
    String result,
    String key,
    Optional<String> transaction,
    TypeName returnType) {

  CodeBlock of(Result results, String receiver) {
    if (results instanceof Rows rows) {
      return rows(rows);
    }
    if (results instanceof Result.Keyed keyed) {
      return keyed(keyed);
    }
    if (results instanceof Result.Handed handed) {
      return handed(handed, receiver);
    }
    return collected((Result.Collected) results, receiver);
  }

  private CodeBlock rows(Rows rows) {
    CodeBlock value = reads.read(rows.row(), row);
    return switch (rows.cardinality()) {
      case LIST -> many(CodeBlock.of("new $T<>()", ArrayList.class), value);
      case SET -> many(CodeBlock.of("new $T<>()", LinkedHashSet.class), value);
      case ONE ->
        CodeBlock.builder()
            .beginControlFlow("if (!$N.next())", row)
            .addStatement("throw $L.noRow($N)", database, constant)
            .endControlFlow()
            .add(single(value))
            .build();
      case ONE_OR_NULL -> noneOr(CodeBlock.of("null"), value);
      case OPTIONAL ->
        noneOr(
            CodeBlock.of("$T.empty()", Optional.class),
            CodeBlock.of(
                "$T.$L($L)",
                Optional.class,
                ReadCode.mayBeNull(rows.row()) ? "ofNullable" : "of",
                value));
      case OPTIONAL_NUMBER -> noneOr(CodeBlock.of("$T.empty()", returnType), value);
      case STREAM -> throw new IllegalArgumentException("a stream has a method of its own");
    };
  }

  private CodeBlock many(CodeBlock empty, CodeBlock value) {
    return CodeBlock.builder()
        .addStatement("$T $N = $L", returnType, result, empty)
        .beginControlFlow("while ($N.next())", row)
        .addStatement("$N.add($L)", result, value)
        .endControlFlow()
        .add(finish(CodeBlock.of("$N", result)))
        .build();
  }

  private CodeBlock noneOr(CodeBlock nothing, CodeBlock value) {
    return CodeBlock.builder()
        .beginControlFlow("if (!$N.next())", row)
        .add(finish(nothing))
        .endControlFlow()
        .add(single(value))
        .build();
  }

  private CodeBlock single(CodeBlock value) {
    return CodeBlock.builder()
        .addStatement("$T $N = $L", returnType, result, value)
        .beginControlFlow("if ($N.next())", row)
        .addStatement("throw $L.nonUniqueRow($N)", database, constant)
        .endControlFlow()
        .add(finish(CodeBlock.of("$N", result)))
        .build();
  }

  private CodeBlock keyed(Result.Keyed keyed) {
    Row.ValueRow column = keyed.key();
    return CodeBlock.builder()
        .addStatement("$T $N = new $T<>()", returnType, result, LinkedHashMap.class)
        .beginControlFlow("while ($N.next())", row)
        .addStatement(
            "var $N = $T.require($N, $L, $L)",
            key,
            TypeNames.COLUMNS,
            row,
            column.column(),
            reads.read(column, row))
        .beginControlFlow("if ($N.containsKey($N))", result, key)
        .addStatement("throw $L.duplicateKey($N)", database, constant)
        .endControlFlow()
        .addStatement("$N.put($N, $L)", result, key, reads.read(keyed.row(), row))
        .endControlFlow()
        .add(finish(CodeBlock.of("$N", result)))
        .build();
  }

  private CodeBlock handed(Result.Handed handed, String receiver) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (handed.counted()) {
      code.addStatement("long $N = 0", result);
    }
    code.beginControlFlow("while ($N.next())", row)
        .addStatement("$N.accept($L)", receiver, reads.read(handed.row(), row));
    if (handed.counted()) {
      code.addStatement("$N++", result);
    }
    code.endControlFlow();
    return handed.counted()
        ? code.add(finish(CodeBlock.of("$N", result))).build()
        : code.add(commit()).build();
  }

  private CodeBlock collected(Result.Collected collected, String receiver) {
    return CodeBlock.builder()
        .addStatement(
            "$T<$T, $T> $N = $T.of($N)",
            TypeNames.ROW_COLLECTOR,
            TypeNames.boxed(TypeNames.of(collected.element())),
            TypeNames.boxed(returnType),
            result,
            TypeNames.ROW_COLLECTOR,
            receiver)
        .beginControlFlow("while ($N.next())", row)
        .addStatement("$N.add($L)", result, reads.read(collected.row(), row))
        .endControlFlow()
        .add(finish(CodeBlock.of("$N.finish()", result)))
        .build();
  }

  private CodeBlock finish(CodeBlock value) {
    return CodeBlock.builder().add(commit()).addStatement("return $L", value).build();
  }

  private CodeBlock commit() {
    return transaction
        .map(name -> CodeBlock.builder().addStatement("$N.commit()", name).build())
        .orElse(CodeBlock.of(""));
  }
}
