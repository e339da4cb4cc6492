package dev.litmus.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

  @TempDir
  Path base;

  private Path record;
  private Path migrations;

  @BeforeEach
  void folders() throws IOException {
    record = base.resolve("target/litmus/sql.txt");
    migrations = Files.createDirectories(base.resolve("migrations/shop"));
    Files.writeString(migrations.resolve("001_a.sql"), "CREATE TABLE a (x);");
    Files.writeString(migrations.resolve("002_b.sql"), "CREATE TABLE b (x);");
  }

  @Test
  void withoutARecordAllIsNew() throws IOException {
    assertThat(changed()).containsExactly("migrations/shop/001_a.sql", "migrations/shop/002_b.sql");
  }

  @Test
  void whatIsEditedAddedAndGoneIsNamed() throws IOException {
    inputs().write(record);
    assertThat(changed()).isEmpty();

    Files.writeString(migrations.resolve("001_a.sql"), "CREATE TABLE a (y);");
    Files.delete(migrations.resolve("002_b.sql"));
    Files.writeString(migrations.resolve("003 with space.sql"), "");

    assertThat(changed())
        .containsExactlyInAnyOrder(
            "migrations/shop/001_a.sql",
            "migrations/shop/002_b.sql",
            "migrations/shop/003 with space.sql");
    inputs().write(record);
    assertThat(changed()).isEmpty();
  }

  @Test
  void linksAreFollowed() throws IOException {
    Path link = Files.createSymbolicLink(base.resolve("linked"), migrations.getParent());

    Inputs inputs = new Inputs(base);
    inputs.addSql(link);

    assertThat(inputs.changedSince(record)).contains("linked/shop/001_a.sql");
  }

  @Test
  void whatIsNoSqlDoesNotCount() throws IOException {
    inputs().write(record);

    Files.writeString(migrations.resolve("README.md"), "New");
    Files.writeString(migrations.resolve("001_a.sql.orig"), "New");

    assertThat(changed()).isEmpty();
  }

  @Test
  void ofAJarItsSqlAndItsIndexesCount() throws IOException {
    Path jar = base.resolve("schema.jar");
    Path index = jar("/litmus/migrations/shop.index", "001_a.sql\n");
    jar("/litmus/migrations/shop/001_a.sql", "CREATE TABLE a (x);");
    jar("/app/find.sql", "SELECT 1");
    jar("/app/other.index", "");
    assertThat(index).isEqualTo(jar);

    Inputs inputs = new Inputs(base);
    inputs.addClassPath(jar);
    inputs.addClassPath(base.resolve("missing.jar"));

    assertThat(inputs.changedSince(record))
        .containsExactly(
            "app/find.sql", "litmus/migrations/shop.index", "litmus/migrations/shop/001_a.sql");
    inputs.write(record);

    // The same module, of which a shorter build has the folder alone.
    Path classes = Files.createDirectories(base.resolve("classes/litmus/migrations/shop"));
    Files.writeString(classes.resolve("001_a.sql"), "CREATE TABLE a (x);");
    Files.writeString(classes.resolveSibling("shop.index"), "001_a.sql\n");
    Files.writeString(
        Files.createDirectories(base.resolve("classes/app")).resolve("find.sql"), "SELECT 1");
    Inputs same = new Inputs(base);
    same.addClassPath(base.resolve("classes"));
    assertThat(same.changedSince(record)).isEmpty();
  }

  @Test
  void ofAFolderOfQueriesAllFilesCount() throws IOException {
    Files.writeString(migrations.resolve("find.txt"), "SELECT 1");

    Inputs inputs = new Inputs(base);
    inputs.addAll(migrations);

    assertThat(inputs.changedSince(record)).contains("migrations/shop/find.txt");
  }

  @Test
  void aScriptThatIsTheSchemaCounts() throws IOException {
    Path script = Files.writeString(base.resolve("schema.txt"), "CREATE TABLE a (x);");
    Inputs before = new Inputs(base);
    before.addAll(script);
    before.write(record);

    Files.writeString(script, "CREATE TABLE a (y);");
    Inputs after = new Inputs(base);
    after.addAll(script);

    assertThat(after.changedSince(record)).containsExactly("schema.txt");
  }

  private Path jar(String entry, String text) throws IOException {
    Path jar = base.resolve("schema.jar");
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Path file = zip.getPath(entry);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    return jar;
  }

  private List<String> changed() throws IOException {
    return inputs().changedSince(record);
  }

  private Inputs inputs() throws IOException {
    Inputs inputs = new Inputs(base);
    inputs.addSql(base.resolve("migrations"));
    inputs.addSql(base.resolve("nowhere"));
    return inputs;
  }
}
