package dev.litmus.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.litmus.processor.model.Declared;
import dev.litmus.processor.model.DeclaredTable;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The method of a factory that says what a database must have which others migrate. */
final class DeclaredMethod {

  private DeclaredMethod() {}

  static MethodSpec of(Declared declared) {
    CodeBlock.Builder schema = CodeBlock.builder()
        .add("return $T.of($T.builder($S)", Optional.class, TypeNames.DECLARED, declared.script());
    for (DeclaredTable table : declared.tables()) {
      schema.add("\n.$L($S", table.whole() ? "wholeTable" : "table", table.name());
      table.columns().forEach(column -> schema.add(", $S", column));
      schema.add(")");
    }
    return MethodSpec.methodBuilder("declared")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), TypeNames.DECLARED))
        .addStatement("$L\n.build())", schema.build())
        .build();
  }
}
