package dev.litmus.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.litmus.processor.declaration.ParameterType;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Binding;
import java.util.List;

/** How values are bound: each position once, in order, before the statement runs. */
final class BindCode {

  private final Names names;
  private final String statement;
  private final NameAllocator locals;

  /**
   * Creates it for one method.
   *
   * @param statement the variable that holds the statement
   * @param locals the variable for each first name of a path, by that name
   */
  BindCode(Names names, String statement, NameAllocator locals) {
    this.names = names;
    this.statement = statement;
    this.locals = locals;
  }

  CodeBlock bind(List<Binding> bindings) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < bindings.size(); i++) {
      code.addStatement("$N.$L", statement, bind(bindings.get(i), i + 1));
    }
    return code.build();
  }

  private CodeBlock bind(Binding binding, int position) {
    CodeBlock value = value(binding.path());
    if (binding.type() instanceof ParameterType.Value single) {
      return bind(single.type(), position, value);
    }
    ValueType element = ((ParameterType.Values) binding.type()).element();
    String name = String.join(".", binding.path());
    return element instanceof ValueType.Converted converted
        ? CodeBlock.of(
            "setString($L, $T.of($S, $L, $N))",
            position,
            TypeNames.JSON_ARRAYS,
            name,
            value,
            names.converterOf(converted.conversion()))
        : CodeBlock.of(
            "setString($L, $T.of($S, $L))", position, TypeNames.JSON_ARRAYS, name, value);
  }

  private CodeBlock bind(ValueType type, int position, CodeBlock value) {
    if (type instanceof ValueType.Perhaps perhaps) {
      return bind(perhaps.value(), position, CodeBlock.of("$L.orElse(null)", value));
    }
    if (type instanceof ValueType.Constant) {
      return text(position, value);
    }
    if (type instanceof ValueType.Converted converted) {
      return scalar(
          converted.conversion().stored(),
          position,
          CodeBlock.of(
              "$T.toColumn($N, $L)",
              TypeNames.CONVERSIONS,
              names.converterOf(converted.conversion()),
              value));
    }
    return scalar((ScalarType) type, position, value);
  }

  private static CodeBlock scalar(ScalarType type, int position, CodeBlock value) {
    return switch (type) {
      case BOOLEAN -> CodeBlock.of("setBoolean($L, $L)", position, value);
      case BYTE, SHORT, INT -> CodeBlock.of("setInt($L, $L)", position, value);
      case LONG -> CodeBlock.of("setLong($L, $L)", position, value);
      case FLOAT, DOUBLE -> CodeBlock.of("setDouble($L, $L)", position, value);
      case STRING -> CodeBlock.of("setString($L, $L)", position, value);
      case BYTES -> CodeBlock.of("setBytes($L, $L)", position, value);
      case BOXED_BOOLEAN,
          BOXED_BYTE,
          BOXED_SHORT,
          BOXED_INT,
          BOXED_LONG,
          BOXED_FLOAT,
          BOXED_DOUBLE -> CodeBlock.of("setObject($L, $L)", position, value);
      case OPTIONAL_INT, OPTIONAL_LONG, OPTIONAL_DOUBLE, BIG_INTEGER, DURATION ->
        CodeBlock.of("setObject($L, $T.of($L))", position, TypeNames.NUMBER_VALUES, value);
      case BIG_DECIMAL,
          UUID,
          INSTANT,
          LOCAL_DATE,
          LOCAL_DATE_TIME,
          LOCAL_TIME,
          URI,
          PATH,
          SEARCH_QUERY -> text(position, value);
      case HIGHLIGHTED_TEXT -> throw ReadCode.unexpected(type);
    };
  }

  private static CodeBlock text(int position, CodeBlock value) {
    return CodeBlock.of("setString($L, $T.of($L))", position, TypeNames.TEXT_VALUES, value);
  }

  private CodeBlock value(List<String> path) {
    CodeBlock.Builder value = CodeBlock.builder().add("$N", locals.get(path.get(0)));
    path.stream().skip(1).forEach(component -> value.add(".$N()", component));
    return value.build();
  }
}
