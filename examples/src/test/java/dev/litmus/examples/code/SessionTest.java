package dev.litmus.examples.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.SqliteDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final Path FOLDER = Path.of("/home/ann/greeter");

  private final SqliteDatabase code = SqliteDatabase.inMemory("code");
  private final SessionRepository sessions = code.repository(SessionRepository.class);
  private final Session first = session("First", FOLDER, Optional.of("c"), 1);
  private final Session second = session("Second", FOLDER, Optional.empty(), 2);
  private final Session third = session("Third", Path.of("/tmp"), Optional.of("c"), 3);

  @BeforeEach
  void fill() {
    sessions.insert(first);
    sessions.insert(second);
    sessions.insert(third);
  }

  @AfterEach
  void close() {
    code.close();
  }

  @Test
  void aSessionComesBackAsItWas() {
    assertThat(sessions.findById(first.id())).contains(first);
    assertThat(sessions.findById(second.id())).contains(second);
    assertThat(sessions.findById(UUID.randomUUID())).isEmpty();
  }

  @Test
  void sessionsAreListedInManyWays() {
    KeysetPage<Session> page = sessions.newest(KeysetRequest.first(2));
    assertThat(page.items()).containsExactly(third, second);
    assertThat(sessions.newest(page.next()).items()).containsExactly(first);
    assertThat(sessions.inFolder(FOLDER, PageRequest.first(1)).items()).containsExactly(second);
    assertThat(sessions.inFolder(FOLDER, PageRequest.first(1)).total()).isEqualTo(2);
    assertThat(sessions.ofChat("c")).containsExactly(first, third);
  }

  @Test
  void aSessionEndsOnce() {
    assertThat(sessions.finish(second.id(), SessionStatus.FAILED, NOW.plusSeconds(9)))
        .isTrue();
    assertThat(sessions.finish(second.id(), SessionStatus.COMPLETED, NOW)).isFalse();

    assertThat(sessions.active()).containsExactly(third, first);
    assertThat(sessions.findById(second.id())).map(Session::status).contains(SessionStatus.FAILED);
    assertThat(sessions.delete(second.id())).isTrue();
    assertThat(sessions.findById(second.id())).isEmpty();
  }

  private static Session session(String title, Path folder, Optional<String> chat, int second) {
    Instant time = NOW.plusSeconds(second);
    return new Session(
        UUID.randomUUID(), title, folder, "large", SessionStatus.ACTIVE, chat, time, time);
  }
}
