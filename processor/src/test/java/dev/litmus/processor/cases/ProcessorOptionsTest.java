package dev.litmus.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong options: one error, however many repositories there are. */
class ProcessorOptionsTest {

  private static final String SHOP =
      "-Alitmus.migrations=" + Path.of("src/test/cases/_shop/migrations").toAbsolutePath();

  private static final List<JavaFileObject> REPOSITORIES =
      List.of(repository("OrderRepository"), repository("CustomerRepository"));

  @Test
  void aRelativeFolderIsRefused() {
    assertThat(problems("-Alitmus.migrations=src/main/migrations")).containsExactly("""
            error: [option/invalid-option] option `-Alitmus.migrations`: `src/main/migrations` is not an absolute path
                help: write `${project.basedir}/…` in front of it
            """);
  }

  @Test
  void aFolderThatIsNotThereIsRefused(@TempDir Path directory) {
    Path missing = directory.resolve("migrations").toAbsolutePath();

    assertThat(problems("-Alitmus.migrations=" + missing)).containsExactly("""
            error: [option/invalid-option] option `-Alitmus.migrations`: `%s` is not a folder
                help: name the folder that has a folder for each database
            """.formatted(missing));
  }

  @Test
  void aFileIsNoFolder(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("migrations")).toAbsolutePath();

    assertThat(problems("-Alitmus.migrations=" + file))
        .singleElement()
        .asString()
        .contains("is not a folder");
  }

  @Test
  void theFolderOfQueriesIsLookedAtToo() {
    assertThat(problems(SHOP, "-Alitmus.queries=src/main/queries")).containsExactly("""
            error: [option/invalid-option] option `-Alitmus.queries`: `src/main/queries` is not an absolute path
                help: write `${project.basedir}/…` in front of it
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "all", "99999"})
  void versionsAreANumber(String count) {
    assertThat(problems(SHOP, "-Alitmus.rolling=" + count)).containsExactly("""
            error: [option/invalid-option] option `-Alitmus.rolling`: `%s` is no number of versions
                help: write 1 for the version before the newest
            """.formatted(count));
  }

  @Test
  void aSchemaIsAFileOrAFolder(@TempDir Path directory) {
    Path missing = directory.resolve("schema.sql").toAbsolutePath();

    assertThat(problems("-Alitmus.schema=schema.sql")).containsExactly("""
            error: [option/invalid-option] option `-Alitmus.schema`: `schema.sql` is not an absolute path
                help: write `${project.basedir}/…` in front of it
            """);
    assertThat(problems("-Alitmus.schema=" + missing)).containsExactly("""
            error: [option/invalid-option] option `-Alitmus.schema`: `%s` is not a file or folder
                help: name the script that makes the schema, or the folder that has `<database>.sql` for each database
            """.formatted(missing));
  }

  @Test
  void aSchemaIsMadeByMigrationsOrByAScript(@TempDir Path directory) throws Exception {
    Path script = script(directory);

    assertThat(problems(SHOP, "-Alitmus.schema=" + script)).containsExactly("""
            error: [option/invalid-option] option `-Alitmus.schema`: `-Alitmus.migrations` is there too, and a schema is made by one of them
                help: keep -Alitmus.migrations when Litmus is to migrate the databases, and -Alitmus.schema when something else does
            """);
    assertThat(problems("-Alitmus.schema=" + script, "-Alitmus.snapshot=" + directory))
        .containsExactly("""
            error: [option/invalid-option] option `-Alitmus.snapshot`: it is compared with what migrations make, and `-Alitmus.schema` says that there are none
                help: leave one of them out
            """);
  }

  @Test
  void oneFileIsTheSchemaOfOneDatabase(@TempDir Path directory) throws Exception {
    Path script = script(directory);
    JavaFileObject shop = repository("Shop", "SELECT total FROM orders", "shop");
    JavaFileObject chat = repository("Chat", "SELECT total FROM orders", "chat");

    assertThat(Compiler.diagnostics(
                Compiler.compile(List.of(shop, chat), List.of("-Alitmus.schema=" + script)))
            .stream()
            .map(Diagnosed::text)
            .filter(text -> text.contains("invalid-option")))
        .containsExactly("""
            Chat.java:6: error: [option/invalid-option] option `-Alitmus.schema`: `%s` is the schema of one database, and repositories name `shop` and `chat`
                help: name a folder that has `shop.sql` and `chat.sql`
            """.formatted(script));
  }

  private static Path script(Path directory) throws Exception {
    return Files.writeString(
            directory.resolve("schema.sql"),
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, total INT NOT NULL)")
        .toAbsolutePath();
  }

  @Test
  void annotationsThatGeneratedCodeCannotHaveAreRefused() {
    assertThat(problems(
            SHOP,
            "-Alitmus.annotations=app.Missing,java.lang.String,java.lang.Override,javax.annotation.processing.Generated",
            "-Alitmus.constructorAnnotations=java.lang.FunctionalInterface"))
        .containsExactly("""
            error: [option/invalid-annotation] option `-Alitmus.annotations`: there is no annotation `app.Missing` on the class path
            """, """
            error: [option/invalid-annotation] option `-Alitmus.annotations`: `java.lang.String` is not an annotation
            """, """
            error: [option/invalid-annotation] option `-Alitmus.annotations`: `java.lang.Override` cannot stand on a class
            """, """
            error: [option/invalid-annotation] option `-Alitmus.annotations`: `javax.annotation.processing.Generated` needs a value for `value`, which cannot be given
            """, """
            error: [option/invalid-annotation] option `-Alitmus.constructorAnnotations`: `java.lang.FunctionalInterface` cannot stand on a constructor
            """);
  }

  @Test
  void withoutTheOptionEveryPlaceThatWasTriedIsNamed() {
    assertThat(problems()).containsExactly("""
            OrderRepository.java:6: error: [database/unknown-database] there are no migrations for the database `shop`
                tried a folder of migrations: the option -Alitmus.migrations is not set
                tried `litmus/migrations/shop.index` on the class path
                tried `litmus/migrations/shop.index` on the output of this module
                tried `litmus/migrations/shop.index` on the processor path
                help: pass -Alitmus.migrations with the absolute path of the folder that has a folder for each database
            """);
  }

  @Test
  void whatCannotBeParsedCompilesAndIsNotedOnRequest() {
    String sql = "SELECT " + "(".repeat(2000) + "1" + ")".repeat(2000);
    JavaFileObject deep = repository("Deep", sql);
    Compilation silent = Compiler.compile(List.of(deep), List.of(SHOP));
    Compilation noted = Compiler.compile(List.of(deep), List.of(SHOP, "-Alitmus.notes=true"));

    assertThat(silent.status()).isEqualTo(Compilation.Status.SUCCESS);
    assertThat(silent.notes()).isEmpty();
    assertThat(noted.status()).isEqualTo(Compilation.Status.SUCCESS);
    assertThat(noted.notes())
        .extracting(note -> note.getMessage(null))
        .filteredOn(note -> !note.startsWith("[migration/"))
        .singleElement()
        .asString()
        .contains("[sql/unknown-structure]");
  }

  private static List<String> problems(String... options) {
    return Compiler.diagnostics(Compiler.compile(REPOSITORIES, List.of(options))).stream()
        .map(Diagnosed::text)
        .toList();
  }

  private static JavaFileObject repository(String name) {
    return repository(name, "SELECT totl FROM orders");
  }

  private static JavaFileObject repository(String name, String sql) {
    return repository(name, sql, "shop");
  }

  private static JavaFileObject repository(String name, String sql, String database) {
    return JavaFileObjects.forSourceString("app." + name, """
        package app;

        import dev.litmus.annotations.Database;
        import dev.litmus.annotations.Query;

        @Database("%s")
        public interface %s {

          @Query("%s")
          int count();
        }
        """.formatted(database, name, sql));
  }
}
