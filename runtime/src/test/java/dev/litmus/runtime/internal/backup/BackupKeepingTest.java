package dev.litmus.runtime.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupManifest;
import dev.litmus.runtime.backup.Retention;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which backups a rule keeps. */
class BackupKeepingTest {

  /** The newest first. 2026-01-05 is a Monday. */
  private static final List<Backup> ALL = Stream.of(
          "2026-01-07T12:00:00Z",
          "2026-01-07T06:00:00Z",
          "2026-01-06T23:59:59.999Z",
          "2026-01-06T00:00:00Z",
          "2026-01-05T00:00:00Z",
          "2026-01-04T23:59:59Z",
          "2026-01-01T00:00:00Z",
          "2025-12-28T12:00:00Z",
          "2025-12-01T12:00:00Z")
      .map(BackupKeepingTest::backup)
      .toList();

  private static Backup backup(String time) {
    return new Backup(
        Path.of(time),
        new BackupManifest(
            "chat", Instant.parse(time), 1, "", 1, "", 0, List.of(), Map.of(), "", ""));
  }

  private static List<String> kept(Retention retention) {
    var kept = BackupKeeping.kept(retention, ALL);
    return ALL.stream()
        .map(Backup::file)
        .filter(kept::contains)
        .map(Path::toString)
        .toList();
  }

  @Test
  void theNewest() {
    assertThat(kept(Retention.newest(2)))
        .containsExactly("2026-01-07T12:00:00Z", "2026-01-07T06:00:00Z");
    assertThat(kept(Retention.newest(100))).hasSize(ALL.size());
    assertThat(kept(Retention.ALL)).hasSize(ALL.size());
  }

  @Test
  void oneOfEachDay() {
    assertThat(kept(Retention.newest(1).withDaily(3)))
        .containsExactly(
            "2026-01-07T12:00:00Z", "2026-01-06T23:59:59.999Z", "2026-01-05T00:00:00Z");
  }

  /** A day without a backup does not count: after a holiday the old ones are still there. */
  @Test
  void oneOfEachWeekOverTheTurnOfTheYear() {
    assertThat(kept(Retention.newest(1).withWeekly(4)))
        .containsExactly(
            "2026-01-07T12:00:00Z",
            "2026-01-04T23:59:59Z",
            "2025-12-28T12:00:00Z",
            "2025-12-01T12:00:00Z");
  }

  @Test
  void whatOneRuleKeepsIsKept() {
    assertThat(kept(Retention.newest(2).withDaily(2).withWeekly(2)))
        .containsExactly(
            "2026-01-07T12:00:00Z",
            "2026-01-07T06:00:00Z",
            "2026-01-06T23:59:59.999Z",
            "2026-01-04T23:59:59Z");
  }

  @Test
  void oneAtLeast() {
    assertThatThrownBy(() -> Retention.newest(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesOfBackups() {
    BackupName name = BackupName.parse("tenant_7_2026-01-02T03-04-05-678Z.sqlite.gz");

    assertThat(name)
        .isEqualTo(new BackupName("tenant_7", Instant.parse("2026-01-02T03:04:05.678Z"), true))
        .hasToString("tenant_7_2026-01-02T03-04-05-678Z.sqlite.gz");
    assertThat(BackupName.parse("tenant_2026-13-02T03-04-05-678Z.sqlite")).isNull();
    assertThat(BackupName.parse("tenant_2026-01-02T03-04-05-678Z.sqlite.json")).isNull();
    assertThat(BackupName.parse("_2026-01-02T03-04-05-678Z.sqlite")).isNull();
  }
}
