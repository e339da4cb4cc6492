package dev.litmus.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real output folders, as build tools and editors have them, where a second compilation finds what a first one left. */
class IncrementalBuildTest {

  private static final Path SERVICES =
      Path.of("META-INF/services/dev.litmus.runtime.RepositoryFactory");

  private static final String QUERY = "SELECT total FROM orders WHERE id = :id";

  @TempDir
  Path project;

  private String classPath = "";

  @BeforeEach
  void migrations() throws IOException {
    Path shop = Files.createDirectories(project.resolve("migrations/shop"));
    Files.writeString(
        shop.resolve("001_initial.sql"),
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total INTEGER);");
    Files.createDirectories(project.resolve("classes"));
  }

  @Test
  void entriesOfRepositoriesThatAreNotCompiledAgainStay() throws IOException {
    Path orders = repository("Orders");
    Path totals = repository("Totals");
    compile(orders, totals);

    compile(orders);

    assertThat(registered()).containsExactly("app.OrdersImpl$Factory", "app.TotalsImpl$Factory");
  }

  @Test
  void entriesOfDeletedRepositoriesGo() throws IOException {
    Path orders = repository("Orders");
    compile(orders, repository("Totals"));
    for (String name : List.of("Totals", "TotalsImpl", "TotalsImpl$Factory")) {
      Files.delete(project.resolve("classes/app/" + name + ".class"));
    }

    compile(orders);

    assertThat(registered()).containsExactly("app.OrdersImpl$Factory");
  }

  @Test
  void migrationsOfTheSameModuleAreFoundAsResources() throws IOException {
    Path resources = Files.createDirectories(project.resolve("classes/litmus/migrations/shop"));
    Files.move(
        project.resolve("migrations/shop/001_initial.sql"), resources.resolve("001_initial.sql"));
    Files.writeString(resources.resolveSibling("shop.index"), "001_initial.sql\n");

    String messages = javac(List.of(), repository("Orders"));

    assertThat(messages).isEmpty();
    assertThat(project.resolve("classes/META-INF/litmus/embedded/shop/001_initial.sql"))
        .hasSameTextualContentAs(resources.resolve("001_initial.sql"));
  }

  /** With the class path of a real build: a jar, of which javac shows processors no META-INF. */
  @Test
  void migrationsInAJarAreFoundOnTheClassPath() throws IOException {
    Path jar = project.resolve("migrations.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("litmus/migrations/shop.index"));
      out.write("001_initial.sql\n".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new JarEntry("litmus/migrations/shop/001_initial.sql"));
      out.write(Files.readAllBytes(project.resolve("migrations/shop/001_initial.sql")));
    }
    classPath = jar + File.pathSeparator;

    String messages = javac(List.of(), repository("Orders"));

    assertThat(messages).isEmpty();
    assertThat(registered()).containsExactly("app.OrdersImpl$Factory");
  }

  /** As Maven has them: copied to the output before the compiler runs. */
  @Test
  void aQueryIsReadFromTheOutputOfItsModule() throws IOException {
    Files.createDirectories(project.resolve("classes/app"));
    Files.writeString(project.resolve("classes/app/total.sql"), QUERY);
    Files.writeString(project.resolve("classes/other.sql"), QUERY);

    compile(repositoryOfFile("Orders", "total.sql"));
    String messages = javacWithMigrations(repositoryOfFile("Totals", "totl.sql"));

    assertThat(registered()).containsExactly("app.OrdersImpl$Factory");
    assertThat(messages)
        .contains("[sql/missing-file] there is no file `totl.sql`")
        .contains("files with SQL there: app/total.sql, other.sql")
        .contains("did you mean `app/total.sql`?");
  }

  /** A library has a file of the same path at its root; the module's own one comes first. */
  @Test
  void aQueryIsReadFromAJarWhenTheModuleHasNone() throws IOException {
    Path jar = project.resolve("queries.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("total.sql", "lib/total.sql")) {
        out.putNextEntry(new JarEntry(name));
        out.write(QUERY
            .replace("total", name.equals("total.sql") ? "totl" : "total")
            .getBytes(StandardCharsets.UTF_8));
      }
    }
    classPath = jar + File.pathSeparator;
    Files.createDirectories(project.resolve("classes/app"));
    Files.writeString(project.resolve("classes/app/total.sql"), QUERY);

    compile(repositoryOfFile("Orders", "total.sql"), repositoryOfFile("Totals", "lib/total.sql"));

    assertThat(registered()).containsExactly("app.OrdersImpl$Factory", "app.TotalsImpl$Factory");
  }

  @Test
  void aQueryIsReadFromTheSourcePath() throws IOException {
    Path sources = Files.createDirectories(project.resolve("sources/app"));
    Files.writeString(sources.resolve("total.sql"), QUERY);

    String messages = javac(
        List.of(
            "-Alitmus.migrations=" + project.resolve("migrations"),
            "-sourcepath",
            project.resolve("sources").toString()),
        repositoryOfFile("Orders", "total.sql"));

    assertThat(messages).isEmpty();
  }

  @Test
  void convertersThatAreNotCompiledAgainAreStillUsed() throws IOException {
    Path converter = project.resolve("Converters.java");
    Files.writeString(converter, """
        package app;

        import dev.litmus.annotations.Converter;
        import dev.litmus.runtime.ColumnConverter;

        public class Converters {
          @Converter
          public static class Cents implements ColumnConverter<StringBuilder, Integer> {
            @Override public Integer toColumn(StringBuilder value) { return value.length(); }
            @Override public StringBuilder fromColumn(Integer stored) { return new StringBuilder(); }
          }
        }
        """);
    Path orders = project.resolve("Orders.java");
    Files.writeString(orders, source("Orders").replace("<Integer>", "<StringBuilder>"));
    compile(converter, orders);

    compile(orders);

    Files.delete(project.resolve("classes/app/Converters$Cents.class"));
    assertThat(javac(List.of("-Alitmus.migrations=" + project.resolve("migrations")), orders))
        .contains("[result/unsupported-result]");
  }

  @Test
  void aFailedCompilationRegistersNothing() throws IOException {
    Path wrong = project.resolve("Wrong.java");
    Files.writeString(wrong, source("Wrong").replace("total", "totl"));

    String messages = javacWithMigrations(wrong);

    assertThat(messages).contains("[sql/unknown-column]");
    assertThat(project.resolve("classes").resolve(SERVICES)).doesNotExist();
  }

  private Path repositoryOfFile(String name, String sql) throws IOException {
    Path file = project.resolve(name + ".java");
    Files.writeString(file, source(name).replace("\"" + QUERY + "\"", "file = \"" + sql + "\""));
    return file;
  }

  private String javacWithMigrations(Path... sources) throws IOException {
    return javac(List.of("-Alitmus.migrations=" + project.resolve("migrations")), sources);
  }

  @Test
  void functionsOfAClassThatIsNotCompiledAgainAreKnown() throws IOException {
    Path texts = functions();
    Path orders = repositoryWithFunctions("");
    compile(texts, orders);

    compile(orders);

    Path services = Path.of("META-INF/services/dev.litmus.runtime.function.SqlFunctions");
    assertThat(project.resolve("classes").resolve(services)).hasContent("app.TextsSql");
    // One that has no functions any more does not bring them back.
    Files.writeString(texts, "package app; public final class Texts {}");
    Files.delete(project.resolve("classes/app/TextsSql.class"));
    assertThat(javacWithMigrations(texts, orders)).contains("[sql/unknown-function]");
    Files.delete(project.resolve("classes/app/Texts.class"));
    assertThat(javacWithMigrations(orders)).contains("[sql/unknown-function]");
  }

  @Test
  void functionsOfAnotherModuleAreNamed() throws IOException {
    compile(functions());
    Path library = Files.createDirectories(project.resolve("library"));
    Files.move(project.resolve("classes/app"), library.resolve("app"));
    Files.delete(project.resolve("classes/META-INF/litmus/functions"));
    classPath = library + File.pathSeparator;

    assertThat(javacWithMigrations(repositoryWithFunctions("")))
        .contains("[sql/unknown-function] SQLite has no function `shout`");
    compile(repositoryWithFunctions(", functions = Texts.class"));
    // Named once is named for all.
    compile(repositoryWithFunctions(""));
  }

  private Path functions() throws IOException {
    Path file = project.resolve("Texts.java");
    Files.writeString(file, """
        package app;

        public final class Texts {
          @dev.litmus.annotations.SqlFunction("shout")
          static String shout(String text) {
            return text + "!";
          }
        }
        """);
    return file;
  }

  private Path repositoryWithFunctions(String named) throws IOException {
    Path file = project.resolve("Orders.java");
    Files.writeString(
        file,
        source("Orders")
            .replace("\"shop\"", "value = \"shop\"" + named)
            .replace("SELECT total", "SELECT shout(total)")
            .replace("Integer", "String"));
    return file;
  }

  private List<String> registered() throws IOException {
    return Files.readAllLines(project.resolve("classes").resolve(SERVICES));
  }

  private Path repository(String name) throws IOException {
    Path file = project.resolve(name + ".java");
    Files.writeString(file, source(name));
    return file;
  }

  private static String source(String name) {
    return """
        package app;

        @dev.litmus.annotations.Database("shop")
        public interface %s {
          @dev.litmus.annotations.Query("SELECT total FROM orders WHERE id = :id")
          java.util.Optional<Integer> total(long id);
        }
        """.formatted(name);
  }

  private void compile(Path... sources) throws IOException {
    assertThat(javacWithMigrations(sources)).isEmpty();
  }

  private String javac(List<String> options, Path... sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> all = new ArrayList<>(options);
      String classes = project.resolve("classes").toString();
      all.addAll(List.of(
          "-d",
          classes,
          "-s",
          Files.createDirectories(project.resolve("generated")).toString(),
          "-cp",
          classPath + classes + File.pathSeparator + System.getProperty("java.class.path")));
      JavaCompiler.CompilationTask task =
          compiler.getTask(messages, files, null, all, null, files.getJavaFileObjects(sources));
      task.setProcessors(List.of(new LitmusProcessor()));
      task.call();
    }
    return messages.toString();
  }
}
