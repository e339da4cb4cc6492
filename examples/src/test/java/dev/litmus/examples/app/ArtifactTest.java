package dev.litmus.examples.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.SqliteDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArtifactTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");

  private final SqliteDatabase app = SqliteDatabase.inMemory("app");
  private final ArtifactRepository artifacts = app.repository(ArtifactRepository.class);
  private final Artifact letter =
      artifact(ArtifactKind.DOCUMENT, "Letter", new Source("chat", "c1"), 1);
  private final Artifact boat =
      artifact(ArtifactKind.IMAGE, "Boat", new Source("imagegen", "i1"), 2);
  private final Artifact harbour =
      artifact(ArtifactKind.IMAGE, "Harbour", new Source("imagegen", "i2"), 3);

  @BeforeEach
  void fill() {
    artifacts.register(letter);
    artifacts.register(boat);
    artifacts.register(harbour);
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void artifactsAreListedNewestFirst() {
    KeysetPage<Artifact> page = artifacts.newest(KeysetRequest.first(2));
    assertThat(page.items()).containsExactly(harbour, boat);
    assertThat(artifacts.newest(page.next()).items()).containsExactly(letter);

    Page<Artifact> images = artifacts.ofKind(ArtifactKind.IMAGE, PageRequest.first(1));
    assertThat(images.items()).containsExactly(harbour);
    assertThat(images.total()).isEqualTo(2);
    assertThat(artifacts.counts())
        .isEqualTo(Map.of(ArtifactKind.DOCUMENT, 1, ArtifactKind.IMAGE, 2));
  }

  @Test
  void whatIsRegisteredTwiceIsThereOnce() {
    UUID id = artifacts.register(artifact(ArtifactKind.IMAGE, "A boat", boat.source(), 9));

    assertThat(id).isEqualTo(boat.id());
    assertThat(artifacts.find(boat.source())).map(Artifact::title).contains("A boat");
    assertThat(artifacts.counts()).containsEntry(ArtifactKind.IMAGE, 2);
  }

  @Test
  void aSourceIsForgotten() {
    assertThat(artifacts.forget(new Source("chat", "i1"))).isFalse();
    assertThat(artifacts.forget(boat.source())).isTrue();

    assertThat(artifacts.find(boat.source())).isEmpty();
  }

  private static Artifact artifact(ArtifactKind kind, String title, Source source, int second) {
    return new Artifact(
        UUID.randomUUID(), kind, title, "text/plain", source, NOW.plusSeconds(second));
  }
}
