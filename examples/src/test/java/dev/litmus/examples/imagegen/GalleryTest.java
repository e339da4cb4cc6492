package dev.litmus.examples.imagegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.examples.bytes.Bytes;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.ConstraintException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GalleryTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final Size SIZE = new Size(4, 3);

  private final SqliteDatabase imagegen = SqliteDatabase.inMemory("imagegen");
  private final PromptRepository prompts = imagegen.repository(PromptRepository.class);
  private final ImageRepository images = imagegen.repository(ImageRepository.class);
  private final ReferenceGroupRepository groups =
      imagegen.repository(ReferenceGroupRepository.class);
  private final UUID boat = UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID third = UUID.randomUUID();

  @BeforeEach
  void fill() {
    prompts.use(boat, "a boat", NOW);
    add(first, Optional.of(boat), 1);
    add(second, Optional.empty(), 2);
    add(third, Optional.of(boat), 3);
  }

  @AfterEach
  void close() {
    imagegen.close();
  }

  @Test
  void theGalleryShowsTheNewestFirstWithWhatTheyShow() {
    KeysetPage<ImageSummary> page = images.gallery(KeysetRequest.first(2));

    assertThat(page.items())
        .containsExactly(
            new ImageSummary(third, Optional.of("a boat"), SIZE, 7, NOW.plusSeconds(3)),
            new ImageSummary(second, Optional.empty(), SIZE, 7, NOW.plusSeconds(2)));
    assertThat(images.gallery(page.next()).items())
        .extracting(ImageSummary::id)
        .containsExactly(first);
    assertThat(images.ofPrompt(boat)).extracting(ImageSummary::id).containsExactly(third, first);
  }

  @Test
  void aTextIsOnePromptHoweverOftenItIsUsed() {
    UUID dawn = UUID.randomUUID();
    assertThat(prompts.use(dawn, "a dawn", NOW.plusSeconds(1))).isEqualTo(dawn);
    assertThat(prompts.use(UUID.randomUUID(), "a boat", NOW.plusSeconds(2))).isEqualTo(boat);

    Prompt used = new Prompt(boat, "a boat", false, NOW, NOW.plusSeconds(2));
    assertThat(prompts.recent(1)).containsExactly(used);
    assertThat(prompts.recent(9)).extracting(Prompt::text).containsExactly("a boat", "a dawn");
    assertThat(prompts.setFavorite(dawn, true)).isTrue();
    assertThat(prompts.favorites()).extracting(Prompt::text).containsExactly("a dawn");
  }

  @Test
  void aGroupHasItsImagesInTheOrderInWhichTheyCame() {
    UUID coast = UUID.randomUUID();
    groups.create(coast, "coast", List.of(third, first), NOW);
    groups.insert(UUID.randomUUID(), "empty", NOW);

    assertThat(groups.addAll(coast, List.of(first, second))).isEqualTo(1);

    assertThat(groups.images(coast))
        .extracting(ImageSummary::id)
        .containsExactly(third, first, second);
    assertThat(groups.sizes()).isEqualTo(Map.of("coast", 3, "empty", 0));
    assertThat(images.delete(first)).isTrue();
    assertThat(groups.sizes()).containsEntry("coast", 2);
  }

  @Test
  void aGroupOfAnImageThatIsNotThereIsNotMade() {
    assertThatThrownBy(
            () -> groups.create(UUID.randomUUID(), "coast", List.of(first, UUID.randomUUID()), NOW))
        .hasCauseInstanceOf(ConstraintException.class);

    assertThat(groups.sizes()).isEmpty();
  }

  private void add(UUID id, Optional<UUID> prompt, int second) {
    imagegen
        .repository(JobRepository.class)
        .insertImage(
            Optional.empty(),
            new Image(
                id, prompt, "image/png", SIZE, NOW.plusSeconds(second), Bytes.ofText("content")));
  }
}
