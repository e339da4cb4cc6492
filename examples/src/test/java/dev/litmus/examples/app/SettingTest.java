package dev.litmus.examples.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.NoRowException;
import dev.litmus.runtime.error.ValueException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final Instant LATER = NOW.plusSeconds(1);

  private final SqliteDatabase app = SqliteDatabase.inMemory("app");
  private final SettingRepository settings = app.repository(SettingRepository.class);

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void valuesComeBackAsTheyWere() {
    settings.put("text", "a \"quoted\"\nline, and 1.5", NOW);
    settings.put("number", Long.MIN_VALUE, NOW);
    settings.put("flag", false, NOW);

    assertThat(settings.text("text")).contains("a \"quoted\"\nline, and 1.5");
    assertThat(settings.number("number")).hasValue(Long.MIN_VALUE);
    assertThat(settings.flag("flag")).contains(false);
    assertThat(settings.text("nothing")).isEmpty();
    assertThat(settings.number("nothing")).isEmpty();
    assertThat(settings.flag("nothing")).isEmpty();
  }

  @Test
  void onlyAChangeIsWritten() {
    assertThat(settings.put("theme", "dark", NOW)).isTrue();
    assertThat(settings.put("theme", "dark", LATER)).isFalse();
    assertThat(settings.all()).isEqualTo(Map.of("theme", new Setting("\"dark\"", NOW)));

    assertThat(settings.put("theme", 5, LATER)).isTrue();
    assertThat(settings.all()).isEqualTo(Map.of("theme", new Setting("5", LATER)));
    assertThat(settings.remove("theme")).isTrue();
    assertThat(settings.all()).isEmpty();
  }

  @Test
  void aNumberCountsUp() {
    assertThat(settings.count("runs", NOW)).isEqualTo(1);
    assertThat(settings.count("runs", LATER)).isEqualTo(2);
    assertThat(settings.number("runs")).hasValue(2);
  }

  @Test
  void aValueOfAnotherTypeIsNotGuessed() {
    settings.put("text", "dark", NOW);
    settings.put("number", 5, NOW);

    assertThatThrownBy(() -> settings.number("text")).isInstanceOf(ValueException.class);
    assertThatThrownBy(() -> settings.flag("number")).isInstanceOf(ValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"dark\"",
        "\"5\"",
        "1.5",
        "true",
        "null",
        "[1]",
        "9223372036854775807",
        "-99999999999999999999"
      })
  void onlyAWholeNumberCountsUp(String json) {
    app.sql()
        .execute("INSERT INTO settings (key, value) VALUES ('x', :json)", Map.of("json", json));

    assertThatThrownBy(() -> settings.count("x", LATER)).isInstanceOf(NoRowException.class);

    assertThat(settings.all()).extractingByKey("x").extracting(Setting::value).isEqualTo(json);
  }
}
