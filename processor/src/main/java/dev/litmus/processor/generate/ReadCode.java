package dev.litmus.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** How columns are read: by index, and through the helpers that check what JDBC would let pass. */
final class ReadCode {

  private static final String ROW = "row";

  private final Names names;

  ReadCode(Names names) {
    this.names = names;
  }

  /** Returns the expression for a row; {@code row} is the variable that holds the result set. */
  CodeBlock read(Row type, String row) {
    return type instanceof Row.ValueRow value
        ? read(value.type(), value.column(), row)
        : CodeBlock.of("$N($N)", names.readerOf((Row.ObjectRow) type), row);
  }

  /** Tells whether what is read may be null. */
  static boolean mayBeNull(Row type) {
    return type instanceof Row.ValueRow value
        && !value.type().isOptional()
        && !value.type().isPrimitive();
  }

  /** Returns the expression for one column. */
  CodeBlock read(ValueType type, int column, String row) {
    if (type instanceof ValueType.Perhaps perhaps) {
      return CodeBlock.of("$T.ofNullable($L)", Optional.class, read(perhaps.value(), column, row));
    }
    if (type instanceof ValueType.Constant constant) {
      return CodeBlock.of(
          "$T.getEnum($N, $L, $T.class)",
          TypeNames.TEXT_COLUMNS,
          row,
          column,
          TypeNames.of(constant.type()));
    }
    if (type instanceof ValueType.Converted converted) {
      return CodeBlock.of(
          "$T.fromColumn($N, $L, $N, $L)",
          TypeNames.CONVERSIONS,
          names.converterOf(converted.conversion()),
          scalar(converted.conversion().stored(), column, row),
          row,
          column);
    }
    return scalar((ScalarType) type, column, row);
  }

  private static CodeBlock scalar(ScalarType type, int column, String row) {
    return switch (type) {
      case BOOLEAN -> number("requireBoolean", column, row);
      case BYTE -> number("requireByte", column, row);
      case SHORT -> number("requireShort", column, row);
      case INT -> number("requireInt", column, row);
      case LONG -> number("requireLong", column, row);
      case FLOAT -> number("requireFloat", column, row);
      case DOUBLE -> number("requireDouble", column, row);
      case BOXED_BOOLEAN -> number("getBoolean", column, row);
      case BOXED_BYTE -> number("getByte", column, row);
      case BOXED_SHORT -> number("getShort", column, row);
      case BOXED_INT -> number("getInteger", column, row);
      case BOXED_LONG -> number("getLong", column, row);
      case BOXED_FLOAT -> number("getFloat", column, row);
      case BOXED_DOUBLE -> number("getDouble", column, row);
      case OPTIONAL_INT -> number("getOptionalInt", column, row);
      case OPTIONAL_LONG -> number("getOptionalLong", column, row);
      case OPTIONAL_DOUBLE -> number("getOptionalDouble", column, row);
      case BIG_INTEGER -> number("getBigInteger", column, row);
      case DURATION -> number("getDuration", column, row);
      case BIG_DECIMAL -> text("getBigDecimal", column, row);
      case UUID -> text("getUuid", column, row);
      case INSTANT -> text("getInstant", column, row);
      case LOCAL_DATE -> text("getLocalDate", column, row);
      case LOCAL_DATE_TIME -> text("getLocalDateTime", column, row);
      case LOCAL_TIME -> text("getLocalTime", column, row);
      case URI -> text("getUri", column, row);
      case PATH -> text("getPath", column, row);
      case STRING -> CodeBlock.of("$N.getString($L)", row, column);
      case BYTES -> CodeBlock.of("$N.getBytes($L)", row, column);
      case HIGHLIGHTED_TEXT ->
        CodeBlock.of("$T.parse($N.getString($L))", TypeNames.HIGHLIGHTED_TEXT, row, column);
      case SEARCH_QUERY -> throw unexpected(type);
    };
  }

  static IllegalArgumentException unexpected(ScalarType type) {
    return new IllegalArgumentException("no rule lets " + type + " through here");
  }

  private static CodeBlock number(String method, int column, String row) {
    return CodeBlock.of("$T.$L($N, $L)", TypeNames.COLUMNS, method, row, column);
  }

  private static CodeBlock text(String method, int column, String row) {
    return CodeBlock.of("$T.$L($N, $L)", TypeNames.TEXT_COLUMNS, method, row, column);
  }

  /** Returns the private method that makes an object of the row a result set stands on. */
  MethodSpec reader(String name, Row.ObjectRow object) {
    CodeBlock.Builder arguments = CodeBlock.builder();
    for (int i = 0; i < object.parts().size(); i++) {
      arguments.add(i == 0 ? "\n" : ",\n").add(part(object.parts().get(i)));
    }
    MethodSpec.Builder reader = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    if (!Contents.of(object).needRepository()) {
      reader.addModifiers(Modifier.STATIC);
    }
    return reader
        .returns(TypeNames.of(object.type()))
        .addParameter(ResultSet.class, ROW)
        .addException(SQLException.class)
        .addStatement(
            object.type().arguments().isEmpty() ? "return new $T($L)" : "return new $T<>($L)",
            TypeNames.classOf(object.type()),
            arguments.build())
        .build();
  }

  private CodeBlock part(Row.Part part) {
    if (part instanceof Row.ColumnPart column) {
      return read(column.type(), column.column(), ROW);
    }
    Row.ObjectPart nested = (Row.ObjectPart) part;
    String columns =
        nested.object().columns().map(String::valueOf).collect(Collectors.joining(", "));
    CodeBlock object = CodeBlock.of("$N($N)", names.readerOf(nested.object()), ROW);
    return CodeBlock.of(
        "$T.areNull($N, $L) ? $L : $L",
        TypeNames.COLUMNS,
        ROW,
        columns,
        nested.optional() ? CodeBlock.of("$T.empty()", Optional.class) : CodeBlock.of("null"),
        nested.optional() ? CodeBlock.of("$T.of($L)", Optional.class, object) : object);
  }
}
