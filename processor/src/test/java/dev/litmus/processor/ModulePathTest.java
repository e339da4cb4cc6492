package dev.litmus.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer that is a named module. */
class ModulePathTest {

  @TempDir
  Path project;

  @Test
  void aModuleNeedsNothingButTheRuntimeAndTheProvidesLine() throws IOException {
    migrations();
    Path module = write("module-info.java", """
        module app {
          requires static transitive dev.litmus.annotations;
          requires transitive dev.litmus.runtime;

          exports app;

          provides dev.litmus.runtime.RepositoryFactory with
            app.OrdersImpl.Factory, app.HiddenImpl.Factory;
        }
        """);
    Path orders = write("Orders.java", """
        package app;

        @dev.litmus.annotations.Database("shop")
        public interface Orders {
          @dev.litmus.annotations.Query("SELECT total FROM orders WHERE id = :id")
          java.util.Optional<Integer> total(long id);
        }
        """);

    Path hidden = write("Hidden.java", """
        package app;

        @dev.litmus.annotations.Database("shop")
        interface Hidden {
          @Deprecated(forRemoval = true)
          record Old(long total) {}

          @SuppressWarnings("removal")
          @dev.litmus.annotations.Query("SELECT total FROM orders")
          java.util.List<Old> totals();
        }
        """);

    assertThat(javac(module, orders, hidden)).isEmpty();
    // java.compiler, where @Generated lives, is not among what this module requires.
    assertThat(project.resolve("generated/app/OrdersImpl.java"))
        .content()
        .doesNotContain("@Generated");
  }

  @Test
  void theLineThatIsMissingIsPrintedOnceForAllRepositories() throws IOException {
    migrations();
    Path module = module("requires transitive dev.litmus.runtime;");

    assertThat(javac(module, repository("Orders", ""), repository("Customers", "")))
        .contains("""
            Orders.java:4: warning: [build/missing-provides] module `app` does not provide the factory of `Orders` and 1 more
            """.stripTrailing())
        .contains(
            "add to module-info.java: `provides dev.litmus.runtime.RepositoryFactory with app.CustomersImpl.Factory, app.OrdersImpl.Factory;`")
        .containsOnlyOnce("[build/missing-provides]");
  }

  @Test
  void aLineThatIsNotCompleteIsPrintedComplete() throws IOException {
    migrations();
    Path module = module("""
        requires transitive dev.litmus.runtime;
        provides dev.litmus.runtime.RepositoryFactory with app.OrdersImpl.Factory;
        """);

    assertThat(javac(module, repository("Orders", ""), repository("Customers", "")))
        .contains("Customers.java:4: warning: [build/missing-provides]")
        .contains(
            "write in module-info.java: `provides dev.litmus.runtime.RepositoryFactory with app.OrdersImpl.Factory, app.CustomersImpl.Factory;`");
  }

  @Test
  void functionsThatAreNotProvidedArePrintedOnce() throws IOException {
    migrations();
    String functions = """
        package app;

        public final class %1$s {
          private %1$s() {}

          @dev.litmus.annotations.SqlFunction("%1$s")
          static String shout(String text) {
            return text + "!";
          }
        }
        """;
    Path module = module("requires transitive dev.litmus.runtime;");
    Path texts = write("Texts.java", functions.formatted("Texts"));
    Path words = write("Words.java", functions.formatted("Words"));

    assertThat(javac(module, texts, words))
        .contains("""
            warning: [build/missing-provides] module `app` does not provide the functions of `Texts` and 1 more
            """.stripTrailing())
        .contains(
            "add to module-info.java: `provides dev.litmus.runtime.function.SqlFunctions with app.TextsSql, app.WordsSql;`")
        .containsOnlyOnce("[build/missing-provides]");
    assertThat(javac(module("""
                requires transitive dev.litmus.runtime;
                provides dev.litmus.runtime.function.SqlFunctions with app.TextsSql;
                """), texts)).isEmpty();
  }

  @Test
  void whoCallsTheGeneratedClassCanSaySo() throws IOException {
    migrations();
    Path module = module("requires transitive dev.litmus.runtime;");
    Path orders = repository(
        "Orders",
        "@dev.litmus.annotations.Allow(value = \"build/missing-provides\", reason = \"called directly\")\n");

    assertThat(javac(module, orders)).isEmpty();
  }

  @Test
  void aModuleThatDoesNotReadTheRuntimeIsTold() throws IOException {
    migrations();

    assertThat(javac(module(""), repository("Orders", ""))).contains("""
        error: [build/missing-runtime] module `app` does not read `dev.litmus.runtime`, which generated code calls
            help: write `requires dev.litmus.runtime;` in module-info.java, and make dev.litmus:litmus-runtime a dependency
        """.stripTrailing());
  }

  private void migrations() throws IOException {
    Files.writeString(
        Files.createDirectories(project.resolve("migrations/shop")).resolve("001_initial.sql"),
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total INTEGER NOT NULL);");
  }

  private Path module(String directives) throws IOException {
    return write("module-info.java", """
        module app {
          requires static transitive dev.litmus.annotations;
          exports app;
          %s
        }
        """.formatted(directives));
  }

  private Path repository(String name, String annotations) throws IOException {
    return write(name + ".java", """
        package app;

        %s@dev.litmus.annotations.Database("shop")
        public interface %s {
          @dev.litmus.annotations.Query("SELECT count(*) FROM orders")
          int count();
        }
        """.formatted(annotations, name));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(project.resolve(name), text);
  }

  private String javac(Path... sources) throws IOException {
    String modulePath = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.matches(".*(annotations|runtime|sqlite-jdbc).*"))
        .filter(entry -> !entry.contains("error_prone") && !entry.contains("auto-service"))
        .collect(Collectors.joining(File.pathSeparator));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of(
          "-d",
          Files.createDirectories(project.resolve("classes")).toString(),
          "-s",
          Files.createDirectories(project.resolve("generated")).toString(),
          "-Xlint:all,-processing,-requires-automatic,-requires-transitive-automatic,-path",
          "--module-path",
          modulePath,
          "-Alitmus.migrations=" + project.resolve("migrations"));
      JavaCompiler.CompilationTask task =
          compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(sources));
      task.setProcessors(List.of(new LitmusProcessor()));
      task.call();
    }
    return messages.toString();
  }
}
