package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All databases of a directory at once. */
class MigratorsTest {

  @TempDir
  Path folder;

  private Path root;
  private Path data;

  @BeforeEach
  void migrations() throws IOException {
    root = folder.resolve("migrations");
    data = folder.resolve("data");
    write("app", "1_a.sql", "-- Up\nCREATE TABLE a (x);\n-- Down\nDROP TABLE a;");
    write("chat", "1_b.sql", "-- Up\nCREATE TABLE b (x);\n-- Down\nDROP TABLE b;");
    Files.createDirectories(root.resolve("empty"));
    Files.writeString(root.resolve("README.md"), "no schema");
  }

  @Test
  void eachFolderIsADatabase() {
    Migrators all = Migrators.fromFolder(root, data);

    assertThat(all.bySchema().keySet()).containsExactly("app", "chat");
    assertThat(all.plan().get("chat")).hasSize(1);
    assertThat(data).doesNotExist();
    assertThat(all.migrate().values()).allSatisfy(moves -> assertThat(moves).hasSize(1));
    assertThat(all.migrate().values()).allSatisfy(moves -> assertThat(moves).isEmpty());
    assertThat(all.status().values()).allMatch(MigrationStatus::isCurrent);
    assertThat(data.resolve("app.sqlite")).exists();
    assertThat(data.resolve("chat.sqlite")).exists();
    assertThat(all.bySchema().get("app").rollback(MigrationTarget.nothing())).hasSize(1);
    assertThat(all.status().get("chat").isCurrent()).isTrue();
  }

  @Test
  void oneThatIsRefusedKeepsAllAsTheyAre() throws Exception {
    Migrators.fromFolder(root, data).migrate();
    write("app", "2_more.sql", "CREATE TABLE more (x);");
    write("chat", "1_b.sql", "CREATE TABLE b (y);");
    Migrators all = Migrators.fromFolder(root, data);

    assertThatThrownBy(all::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("database `chat`")
        .hasMessageContaining("was edited");

    assertThat(all.status().get("app").pending()).hasSize(1);
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Migrators.fromFolder(folder.resolve("nowhere"), data))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("the folder of migrations cannot be read");
  }

  private void write(String schema, String name, String text) throws IOException {
    Path schemaFolder = Files.createDirectories(root.resolve(schema));
    Files.writeString(schemaFolder.resolve(name), text);
  }
}
