package dev.litmus.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagegenMigrationsTest {

  @TempDir
  Path folder;

  @Test
  void promptsTakeOverWhatEntriesSaid() throws Exception {
    try (SchemaDatabase queue = new SchemaDatabase("imagegen", folder).upTo(1)) {
      queue.fill(1);
      queue.upTo(2);

      assertThat(queue.rows("SELECT id, text, created_at, used_at FROM prompts ORDER BY row_id"))
          .containsExactly(
              "q1|a lighthouse|2026-01-02T03:04:05.006Z|2026-01-02T03:04:07.006Z",
              "q2|a harbour|2026-01-02T03:04:06.006Z|2026-01-02T03:04:06.006Z");
      assertThat(queue.rows("SELECT id, prompt_id FROM queue_entries ORDER BY id"))
          .containsExactly("q1|q1", "q2|q2", "q3|q1");
      assertThat(queue.rows("SELECT id, prompt_id FROM images ORDER BY id"))
          .containsExactly("i1|q1", "i2|q2", "i3|null");
    }
  }
}
