package dev.litmus.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reactor: migrations in a module of their own, two modules with repositories of that schema, and an application that is
 * one jar. All of it compiles with {@code -Xlint:all,-processing -Werror}.
 */
class SharedSchemaIT {

  private static final String TABLES = "schema/migrations/shop/001_tables.sql";
  private static final String SERVICES =
      "org.apache.maven.plugins.shade.resource.ServicesResourceTransformer";
  private static final String NONE =
      "org.apache.maven.plugins.shade.resource.DontIncludeResourceTransformer";

  private static final String INDEX = "/META-INF/litmus/embedded/shop.index";

  @TempDir
  Path directory;

  private Project shop;

  @BeforeEach
  void copy() throws IOException {
    shop = Project.copy("shop", directory);
  }

  @Test
  void oneJarRunsTheRepositoriesOfBothModules() throws Exception {
    shop.maven("package").succeeds();

    try (ZipFile jar = new ZipFile(shop.path("schema/target/schema-1.jar").toFile())) {
      assertThat(jar.stream().map(Object::toString))
          .contains("litmus/migrations/shop.index", "litmus/migrations/shop/001_tables.sql");
    }
    Run run = runJar().succeeds().says("total 42\n");
    // Since JDK 24 loading SQLite warns, unless the manifest allows it.
    run.doesNotSay("WARNING");
  }

  @Test
  void aJarThatLostTheServicesSaysWhatToDo() throws Exception {
    shop.replace("app/pom.xml", SERVICES, NONE);
    shop.maven("package").succeeds();

    runJar()
        .fails()
        .says("RepositoryNotFoundException")
        .says("must merge their files in META-INF/services")
        .doesNotSay("annotationProcessorPaths");
  }

  @Test
  void aJarThatLostNewerMigrationsIsRefused() throws Exception {
    shop.maven("package").succeeds();
    Path embedded = shop.path("app/target/embedded");
    extract(shop.path("app/target/shop.jar"), embedded);
    shop.write(
        "schema/migrations/shop/002_notes.sql", "ALTER TABLE orders ADD COLUMN note TEXT;\n");
    shop.maven("package").succeeds().says("SQL has changed");

    // What a packer does that keeps the first of two files with one name, and meets an older module
    // first.
    insert(embedded, shop.path("app/target/shop.jar"));

    runJar()
        .fails()
        .says(
            "the embedded migrations are not those that shop.customers.Customers was compiled against");
    assertThat(shop.path("data")).doesNotExist();
  }

  @Test
  void migrationsOfAnotherModuleAreWatchedToo() throws Exception {
    shop.maven("compile").succeeds();

    shop.replace(TABLES, "total INTEGER", "amount INTEGER");
    shop.maven("compile").fails().says("[sql/unknown-column] table `orders` has no column `total`");
    shop.replace(TABLES, "amount INTEGER", "total INTEGER");
    shop.maven("compile").succeeds();
  }

  @Test
  void migrationsInAJarOfTheRepositoryAreWatchedToo() throws Exception {
    shop.maven("-pl", ".,schema", "install").succeeds();
    shop.maven("-pl", "orders", "compile").succeeds();
    shop.maven("-pl", "orders", "compile").succeeds().doesNotSay("SQL has changed");

    shop.replace(TABLES, "total INTEGER", "amount INTEGER");
    shop.maven("-pl", "schema", "install").succeeds();

    shop.maven("-pl", "orders", "compile")
        .fails()
        .says("compiled again: litmus/migrations/shop/001_tables.sql")
        .says("[sql/unknown-column] table `orders` has no column `total`");
  }

  private static void extract(Path jar, Path folder) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      copy(zip.getPath(INDEX), Files.createDirectories(folder).resolve("index"));
    }
  }

  private static void insert(Path folder, Path jar) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      copy(folder.resolve("index"), zip.getPath(INDEX));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private Run runJar() throws IOException, InterruptedException {
    assertThat(Files.size(shop.path("app/target/shop.jar"))).isPositive();
    return shop.java("-jar", "app/target/shop.jar", "data");
  }
}
