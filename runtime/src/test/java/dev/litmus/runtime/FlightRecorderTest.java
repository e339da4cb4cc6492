package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.internal.observe.MigrationJfrEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FlightRecorderTest {

  private static final String INSERT = "INSERT INTO counters (n) VALUES (?)";

  @TempDir
  Path directory;

  @Test
  void aRecordingHoldsStatementsWaitsTransactionsAndMigrations() throws Exception {
    List<RecordedEvent> events;
    try (Databases databases = TestDatabases.open(directory, "chat");
        Recording recording = new Recording()) {
      SqliteDatabase chat = databases.get("chat");
      // Before the recording: the classes of the events are loaded then, and nobody asks for them.
      write(chat, INSERT, 0);
      for (String name : List.of("Statement", "LockWait", "Transaction", "Migration")) {
        recording.enable("dev.litmus." + name).withoutThreshold();
      }
      recording.start();
      work(chat, List.of(0, 1, 2));
      recording.stop();
      write(chat, INSERT, 4);
      Path file = directory.resolve("litmus.jfr");
      recording.dump(file);
      events = RecordingFile.readAllEvents(file);
    }

    List<RecordedEvent> statements = named(events, "dev.litmus.Statement");
    assertThat(statements)
        .extracting(e -> e.getString("sql"), e -> e.getLong("rows"), e -> e.getBoolean("failed"))
        .containsExactlyInAnyOrder(
            tuple(INSERT, 1L, false),
            tuple(INSERT, 1L, false),
            tuple("SELECT n FROM counters", 3L, false),
            tuple(INSERT, 0L, true));
    assertThat(statements).allSatisfy(event -> {
      assertThat(event.getString("database")).isEqualTo("chat");
      assertThat(event.getString("statement")).isEqualTo("Test.run");
      assertThat(event.getInt("executions")).isEqualTo(1);
      assertThat(event.getInt("resultCode")).isEqualTo(event.getBoolean("failed") ? 19 : 0);
      assertThat(event.getBoolean("writes")).isEqualTo(event.getString("sql").equals(INSERT));
      assertThat(event.getDuration()).isPositive();
      assertThat(event.getStackTrace()).isNull();
    });

    assertThat(named(events, "dev.litmus.Transaction"))
        .extracting(
            e -> e.getString("database"), e -> e.getString("mode"), e -> e.getString("outcome"))
        .containsExactly(tuple("chat", "IMMEDIATE", "COMMITTED"));
    assertThat(named(events, "dev.litmus.LockWait"))
        .extracting(
            e -> e.getString("database"),
            e -> e.getBoolean("writer"),
            e -> e.getBoolean("acquired"))
        .containsExactly(tuple("chat", true, true));
    assertThat(named(events, "dev.litmus.Migration"))
        .extracting(
            e -> e.getString("database"), e -> e.getLong("version"),
            e -> e.getString("migration"), e -> e.getBoolean("applied"))
        .containsExactly(tuple("chat", 7L, "add_likes", true));
  }

  private static void work(SqliteDatabase chat, List<Object> expected) throws Exception {
    FutureTask<Long> second = new FutureTask<>(() -> write(chat, INSERT, 2));
    Thread thread = new Thread(second);
    chat.transaction(() -> {
      write(chat, INSERT, 1);
      thread.start();
      ObservationTest.awaitWaiting(thread);
    });
    second.get();
    assertThat(read(chat, "SELECT n FROM counters")).isEqualTo(expected);
    assertThatThrownBy(() -> write(chat, INSERT, (Object) null))
        .isInstanceOf(ConstraintException.class);
    MigrationJfrEvent.begin("chat", 7, "add_likes").end(true);
  }

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .toList();
  }

  @Test
  void theEventsHaveNamesForPeopleAndRecordWhatTakesAMillisecond() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      work(databases.get("chat"), List.of(1, 2));
    }
    List<EventType> types = FlightRecorder.getFlightRecorder().getEventTypes().stream()
        .filter(type -> type.getName().startsWith("dev.litmus."))
        .toList();
    assertThat(types)
        .extracting(EventType::getName, EventType::getLabel, FlightRecorderTest::threshold)
        .containsExactlyInAnyOrder(
            tuple("dev.litmus.Statement", "Statement", "1 ms"),
            tuple("dev.litmus.LockWait", "Lock Wait", "1 ms"),
            tuple("dev.litmus.Transaction", "Transaction", "1 ms"),
            tuple("dev.litmus.Migration", "Migration", "0 ns"));
    assertThat(types).allSatisfy(type -> {
      assertThat(type.getCategoryNames()).containsExactly("Litmus");
      assertThat(type.getDescription()).isNotBlank();
    });
  }

  private static String threshold(EventType type) {
    return type.getSettingDescriptors().stream()
        .filter(setting -> setting.getName().equals("threshold"))
        .findFirst()
        .orElseThrow()
        .getDefaultValue();
  }
}
