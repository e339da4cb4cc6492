package dev.litmus.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.litmus.annotations.AnnotationsVersion;
import dev.litmus.runtime.LitmusVersion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of Litmus that are missing, or do not fit together: one error, however many repositories there are. */
class PartsTest {

  private static final List<JavaFileObject> REPOSITORIES =
      List.of(repository("Orders"), repository("Customers"));

  @TempDir
  Path directory;

  @Test
  void allPartsHaveOneVersion() {
    assertThat(AnnotationsVersion.CURRENT).isEqualTo(LitmusVersion.CURRENT);
  }

  @Test
  void withoutTheRuntimeNothingIsGenerated() {
    assertThat(errors(classPath(false)))
        .containsExactly("""
        [build/missing-runtime] there is no litmus-runtime on the class path, which generated code calls
            help: add the dependency dev.litmus:litmus-runtime:%s
        """.formatted(LitmusVersion.CURRENT).stripTrailing());
  }

  @Test
  void aRuntimeOfAnotherVersionIsRefused() throws Exception {
    Path other = constant("dev.litmus.runtime", "LitmusVersion", "99.0.0");

    assertThat(errors(Stream.concat(Stream.of(other.toFile()), classPath(true))))
        .containsExactly("""
        [build/other-version] the processor is of Litmus %s, and the runtime on the class path is of 99.0.0
            help: use one version of all parts: import litmus-bom, and name its version for litmus-processor too
        """.formatted(LitmusVersion.CURRENT).stripTrailing());
  }

  @Test
  void annotationsThatAreNewerAreRefused() throws Exception {
    Path other = constant("dev.litmus.annotations", "AnnotationsVersion", "99.0.0");

    assertThat(errors(Stream.concat(Stream.of(other.toFile()), classPath(true))))
        .containsExactly("""
        [build/other-version] the processor is of Litmus %s, and the annotations on the class path are of 99.0.0
            help: use one version of all parts: import litmus-bom, and name its version for litmus-processor too
        """.formatted(LitmusVersion.CURRENT).stripTrailing());
  }

  /** A folder with the class that says which version a part has. */
  private Path constant(String packageName, String name, String version) throws Exception {
    Compilation compilation = javac()
        .compile(JavaFileObjects.forSourceString(
            packageName + "." + name, """
            package %s;

            public final class %s {
              public static final String CURRENT = "%s";
            }
            """.formatted(packageName, name, version)));
    Path file = directory.resolve(packageName.replace('.', '/') + "/" + name + ".class");
    Files.createDirectories(file.getParent());
    try (var in = compilation.generatedFiles().get(0).openInputStream()) {
      Files.copy(in, file);
    }
    return directory;
  }

  private static Stream<File> classPath(boolean withRuntime) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry ->
            withRuntime || !entry.matches(".*/(runtime/target/classes|litmus-runtime-[^/]*)"))
        .map(File::new);
  }

  private static List<String> errors(Stream<File> classPath) {
    String migrations =
        Path.of("src/test/cases/_shop/migrations").toAbsolutePath().toString();
    return javac()
        .withClasspath(classPath.toList())
        .withOptions("-Alitmus.migrations=" + migrations)
        .withProcessors(new LitmusProcessor())
        .compile(REPOSITORIES)
        .errors()
        .stream()
        .map(error -> error.getMessage(null).stripTrailing())
        .toList();
  }

  private static JavaFileObject repository(String name) {
    return JavaFileObjects.forSourceString("app." + name, """
        package app;

        @dev.litmus.annotations.Database("shop")
        public interface %s {
          @dev.litmus.annotations.Query("SELECT count(*) FROM orders")
          int count();
        }
        """.formatted(name));
  }
}
