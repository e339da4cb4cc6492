package dev.litmus.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the compiler makes of a literal is the SQL again, to the character. */
class SqlLiteralTest {

  private static final long SEED = 20260203;
  private static final List<String> PIECES = List.of(
      " ",
      " ",
      "\n",
      "\n",
      "\t",
      "\r",
      "\r\n",
      "\"",
      "\"",
      "\\",
      "'",
      "u0041",
      "s",
      "n",
      "0",
      "7",
      "x",
      "SELECT 1",
      "/*",
      "*/",
      "$L",
      "%s",
      "\u0001",
      "\u000B",
      "\f",
      "\u001C",
      "\u001F",
      "\u007F",
      "\u0085",
      "\u00A0",
      "\u2003",
      "\u2028",
      "\u2029",
      "\u3000",
      "ä",
      "🧪");

  @Test
  void theLiteralIsTheSql(@TempDir Path directory) throws Exception {
    List<String> all = new ArrayList<>(
        List.of("", " ", "\n", "\"", "\"\"\"\"\"", "\\\"", "  a\n  b", "\n  a", " \n  a"));
    Random random = new Random(SEED);
    for (int i = 0; i < 2000; i++) {
      all.add(random
          .ints(1 + random.nextInt(12), 0, PIECES.size())
          .mapToObj(PIECES::get)
          .collect(Collectors.joining()));
    }

    List<String> compiled = compile(all, directory);

    for (int i = 0; i < all.size(); i++) {
      assertThat(compiled.get(i))
          .as("seed %s, number %s:%n%s", SEED, i, SqlLiteral.textBlock(all.get(i)))
          .isEqualTo(all.get(i));
    }
  }

  /** As the generator does it: fields of a class that JavaPoet writes and javac compiles. */
  private static List<String> compile(List<String> all, Path directory) throws Exception {
    TypeSpec.Builder type = TypeSpec.classBuilder("Literals").addModifiers(Modifier.PUBLIC);
    for (int i = 0; i < all.size(); i++) {
      type.addField(FieldSpec.builder(String.class, "SQL_" + i, Modifier.PUBLIC, Modifier.STATIC)
          .initializer(CodeBlock.of("$>$>$L$<$<", SqlLiteral.textBlock(all.get(i))))
          .build());
    }
    String source = JavaFile.builder("", type.build()).build().toString();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(directory));
      JavaFileObject file =
          new SimpleJavaFileObject(
              URI.create("string:///Literals.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return source;
            }
          };
      assertThat(compiler
              .getTask(null, files, null, List.of("-proc:none"), null, List.of(file))
              .call())
          .isTrue();
      ClassLoader loader = files.getClassLoader(StandardLocation.CLASS_OUTPUT);
      Class<?> literals = Class.forName("Literals", true, loader);
      List<String> values = new ArrayList<>();
      for (int i : IntStream.range(0, all.size()).toArray()) {
        values.add((String) literals.getField("SQL_" + i).get(null));
      }
      return values;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "*/              | *&#47;",
        "<b> & 'x'       | &lt;b&gt; &amp; 'x'",
        "@see {@link X}  | &#64;see &#123;&#64;link X&#125;",
        "\\u002a/        | &#92;u002a/"
      })
  void javadocShowsTheSqlAndNothingElse(String sql, String javadoc) {
    assertThat(SqlLiteral.javadoc(sql)).isEqualTo(javadoc);
  }
}
