package dev.litmus.examples.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.examples.bytes.Bytes;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.BatchException;
import dev.litmus.runtime.error.NoRowException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final Instant LATER = NOW.plusSeconds(5);

  private final SqliteDatabase code = SqliteDatabase.inMemory("code");
  private final SessionRepository sessions = code.repository(SessionRepository.class);
  private final TranscriptRepository transcripts = code.repository(TranscriptRepository.class);
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void begin() {
    sessions.insert(new Session(
        id, "S", Path.of("/s"), "large", SessionStatus.ACTIVE, Optional.empty(), NOW, NOW));
  }

  @AfterEach
  void close() {
    code.close();
  }

  @Test
  void anEmptyTranscriptHasNoLastEntryAndHasCostNothing() {
    assertThat(transcripts.last(id)).isZero();
    assertThat(transcripts.spent(id)).isEqualTo(Tokens.NONE);
    assertThat(transcripts.counts(id)).isEmpty();
  }

  @Test
  void entriesComeBackInOrder() {
    List<TranscriptEntry> entries = List.of(entry(1), entry(2), entry(3));
    transcripts.append(
        id, List.of(entries.get(2), entries.get(0), entries.get(1)), List.of(), LATER);

    KeysetPage<TranscriptEntry> page = transcripts.scroll(id, KeysetRequest.first(2));
    assertThat(page.items()).isEqualTo(entries.subList(0, 2));
    assertThat(transcripts.scroll(id, page.next()).items()).isEqualTo(entries.subList(2, 3));
    assertThat(transcripts.spent(id)).isEqualTo(new Tokens(6, 60));
    assertThat(transcripts.counts(id)).isEqualTo(Map.of(EntryKind.TOOL_USE, 3));
    assertThat(sessions.findById(id)).map(Session::updatedAt).contains(LATER);
  }

  /** The file is changed at 2 and 4, another is made at 3: before each entry they were something else. */
  @Test
  void filesGoBackToWhatTheyWereBeforeAnEntry() {
    transcripts.append(
        id,
        List.of(entry(1), entry(2), entry(3), entry(4), entry(5)),
        List.of(snapshot(2, "a", "one"), snapshot(3, "b", null), snapshot(4, "a", "two")),
        NOW);

    assertThat(transcripts.filesBefore(id, 5)).isEmpty();
    assertThat(transcripts.filesBefore(id, 4)).containsExactly(state("a", "two"));
    assertThat(transcripts.filesBefore(id, 3)).containsExactly(state("a", "two"), state("b", null));
    assertThat(transcripts.filesBefore(id, 1)).containsExactly(state("a", "one"), state("b", null));

    assertThat(transcripts.rewind(id, 3, LATER))
        .containsExactly(state("a", "two"), state("b", null));
    assertThat(transcripts.last(id)).isEqualTo(2);
    assertThat(transcripts.countSnapshots(id)).isEqualTo(1);
  }

  @Test
  void aSessionThatIsNotThereIsNotContinued() {
    UUID nobodys = UUID.randomUUID();

    assertThatThrownBy(() -> transcripts.append(nobodys, List.of(), List.of(), LATER))
        .isInstanceOf(NoRowException.class);
    assertThatThrownBy(() -> transcripts.rewind(nobodys, 1, LATER))
        .isInstanceOf(NoRowException.class);
  }

  @Test
  void aSnapshotOfNoEntryLeavesNoEntry() {
    assertThatThrownBy(() ->
            transcripts.append(id, List.of(entry(1)), List.of(snapshot(2, "a", "one")), LATER))
        .isInstanceOf(BatchException.class);

    assertThat(transcripts.last(id)).isZero();
    assertThat(sessions.findById(id)).map(Session::updatedAt).contains(NOW);
  }

  private TranscriptEntry entry(int sequence) {
    return new TranscriptEntry(
        UUID.randomUUID(),
        sequence,
        EntryKind.TOOL_USE,
        "entry " + sequence,
        new Tokens(sequence, 10 * sequence),
        NOW);
  }

  private Snapshot snapshot(int sequence, String path, String content) {
    return new Snapshot(
        UUID.randomUUID(), sequence, path, Optional.ofNullable(content).map(Bytes::ofText), NOW);
  }

  private static FileState state(String path, String content) {
    return new FileState(path, Optional.ofNullable(content).map(Bytes::ofText));
  }
}
