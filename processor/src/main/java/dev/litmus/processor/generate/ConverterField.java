package dev.litmus.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.litmus.processor.declaration.Conversion;
import javax.lang.model.element.Modifier;

/**
 * The field that has a converter, one object for all threads: a constant, or, of one that the settings of the database have,
 * a field that the constructor sets.
 */
final class ConverterField {

  private ConverterField() {}

  static FieldSpec of(Conversion conversion, String name) {
    if (conversion instanceof Conversion.ByClass byClass) {
      ClassName type = TypeNames.classOf(byClass.converter());
      return byClass.handedOver()
          ? FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build()
          : constant(type, name, CodeBlock.of("new $T()", type));
    }
    Conversion.ByCode codes = (Conversion.ByCode) conversion;
    TypeName type = TypeNames.of(codes.type());
    CodeBlock code = codes.isMethod()
        ? CodeBlock.of("$T::$N", type, codes.member())
        : CodeBlock.of("constant -> constant.$N", codes.member());
    return constant(
        ParameterizedTypeName.get(
            TypeNames.ENUM_CODES, type, ClassName.bestGuess(codes.stored().qualifiedName())),
        name,
        CodeBlock.of("$T.of($T.class, $L)", TypeNames.ENUM_CODES, type, code));
  }

  /** What the constructor does for the field: nothing for a constant. */
  static CodeBlock assignment(Conversion conversion, String name) {
    return conversion instanceof Conversion.ByClass byClass && byClass.handedOver()
        ? CodeBlock.builder()
            .addStatement(
                "this.$N = database.converter($T.class)",
                name,
                TypeNames.classOf(byClass.converter()))
            .build()
        : CodeBlock.of("");
  }

  private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }
}
