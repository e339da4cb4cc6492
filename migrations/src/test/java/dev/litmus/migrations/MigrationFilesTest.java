package dev.litmus.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the jar holds, compared with the folders it was made of. */
class MigrationFilesTest {

  @Test
  void thereAreFourSchemas() throws IOException {
    assertThat(Schemas.all()).containsExactly("app", "chat", "code", "imagegen");
  }

  @ParameterizedTest
  @MethodSource("dev.litmus.migrations.Schemas#all")
  void indexListsTheFolder(String schema) throws IOException {
    List<String> listed = Files.readAllLines(Schemas.MODULE.resolve(schema + ".index")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();

    assertThat(Schemas.files(schema)).isEqualTo(listed);
  }

  @ParameterizedTest
  @MethodSource("dev.litmus.migrations.Schemas#all")
  void theJarHasEveryFile(String schema) throws IOException {
    List<String> files = new ArrayList<>(List.of(schema + ".index"));
    Schemas.files(schema).forEach(file -> files.add(schema + "/" + file));

    for (String file : files) {
      try (InputStream in = getClass().getResourceAsStream("/litmus/migrations/" + file)) {
        assertThat(in)
            .as(file)
            .isNotNull()
            .hasBinaryContent(Files.readAllBytes(Schemas.MODULE.resolve(file)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "app, 1 initial; 2 add_artifacts",
    "chat, 1 initial; 2 add_branches; 3 add_fts; 4 add_attachments; 5 keep_branches",
    "code, 1 initial; 2 add_snapshots",
    "imagegen, 1 initial; 2 add_prompts",
  })
  void everyFileIsWhereTheIndexSays(String schema, String versions) throws Exception {
    assertThat(SchemaDatabase.chain(schema).migrations())
        .extracting(migration -> migration.version() + " " + migration.name())
        .containsExactly(versions.split("; "));
  }
}
