package dev.litmus.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.model.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.lang.model.element.Modifier;

/** How columns are read: by index, and through the one helper that checks what JDBC would let pass. */
final class ReadCode {

  private ReadCode() {}

  /** Returns the expression for one column; {@code row} is the variable that holds the result set. */
  static CodeBlock read(ScalarType type, int column, String row) {
    return switch (type) {
      case INT -> checked("requireInt", column, row);
      case LONG -> checked("requireLong", column, row);
      case DOUBLE -> checked("requireDouble", column, row);
      case BOOLEAN -> checked("requireBoolean", column, row);
      case BOXED_INT -> checked("getInteger", column, row);
      case BOXED_LONG -> checked("getLong", column, row);
      case BOXED_DOUBLE -> checked("getDouble", column, row);
      case BOXED_BOOLEAN -> checked("getBoolean", column, row);
      case INSTANT -> checked("getInstant", column, row);
      case STRING -> CodeBlock.of("$N.getString($L)", row, column);
      case BYTES -> CodeBlock.of("$N.getBytes($L)", row, column);
    };
  }

  private static CodeBlock checked(String method, int column, String row) {
    return CodeBlock.of("$T.$L($N, $L)", TypeNames.COLUMNS, method, row, column);
  }

  /** Returns the private method that makes a record of the row a result set stands on. */
  static MethodSpec reader(String name, Row.RecordRow record) {
    CodeBlock.Builder arguments = CodeBlock.builder();
    for (int i = 0; i < record.reads().size(); i++) {
      Row.ColumnRead read = record.reads().get(i);
      arguments.add(i == 0 ? "\n" : ",\n").add(read(read.type(), read.column(), "row"));
    }
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(TypeNames.of(record.type()))
        .addParameter(ResultSet.class, "row")
        .addException(SQLException.class)
        .addStatement(
            record.type().arguments().isEmpty() ? "return new $T($L)" : "return new $T<>($L)",
            TypeNames.classOf(record.type()),
            arguments.build())
        .build();
  }
}
