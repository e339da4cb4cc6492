package dev.litmus.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.litmus.processor.declaration.ParameterType;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.model.Binding;
import java.util.List;

/** How values are bound: each position once, in order, before the statement runs. */
final class BindCode {

  private BindCode() {}

  static CodeBlock bind(List<Binding> bindings, String statement, NameAllocator locals) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < bindings.size(); i++) {
      code.addStatement("$N.$L", statement, bind(bindings.get(i), i + 1, locals));
    }
    return code.build();
  }

  private static CodeBlock bind(Binding binding, int position, NameAllocator locals) {
    CodeBlock value = value(binding.path(), locals);
    if (binding.type() instanceof ParameterType.Value scalar) {
      return bind(scalar.type(), position, value);
    }
    String name = String.join(".", binding.path());
    return CodeBlock.of(
        "setString($L, $T.of($S, $L))", position, TypeNames.JSON_ARRAYS, name, value);
  }

  private static CodeBlock bind(ScalarType type, int position, CodeBlock value) {
    return switch (type) {
      case INT -> CodeBlock.of("setInt($L, $L)", position, value);
      case LONG -> CodeBlock.of("setLong($L, $L)", position, value);
      case DOUBLE -> CodeBlock.of("setDouble($L, $L)", position, value);
      case BOOLEAN -> CodeBlock.of("setBoolean($L, $L)", position, value);
      case STRING -> CodeBlock.of("setString($L, $L)", position, value);
      case BYTES -> CodeBlock.of("setBytes($L, $L)", position, value);
      case INSTANT ->
        CodeBlock.of("setString($L, $T.format($L))", position, TypeNames.TIMESTAMPS, value);
      case BOXED_INT, BOXED_LONG, BOXED_DOUBLE, BOXED_BOOLEAN ->
        CodeBlock.of("setObject($L, $L)", position, value);
    };
  }

  private static CodeBlock value(List<String> path, NameAllocator locals) {
    CodeBlock.Builder value = CodeBlock.builder().add("$N", locals.get(path.get(0)));
    path.stream().skip(1).forEach(component -> value.add(".$N()", component));
    return value.build();
  }
}
