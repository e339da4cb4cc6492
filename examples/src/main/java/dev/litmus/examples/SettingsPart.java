package dev.litmus.examples;

import dev.litmus.examples.app.Setting;
import dev.litmus.examples.app.SettingRepository;
import dev.litmus.runtime.Databases;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Settings: values that know their type, and that are written only when they change. */
final class SettingsPart {

  private static final String THEME = "theme";
  private static final String ZOOM = "zoom.percent";
  private static final String SOUND = "sound";
  private static final String RUNS = "tour.runs";

  private final Terminal terminal;
  private final Clock clock;
  private final SettingRepository settings;

  SettingsPart(Databases databases, Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.settings = databases.repository(SettingRepository.class);
  }

  void run() {
    terminal.title("Settings: a key, a value of JSON, and a type in Java");
    Instant now = clock.instant();
    String theme = settings.text(THEME).filter("dark"::equals).isPresent() ? "light" : "dark";
    boolean changed = settings.put(THEME, theme, now);
    boolean again = settings.put(THEME, theme, now);
    terminal.line(
        "theme      written: %s; the same once more: %s",
        Terminal.yes(changed), Terminal.yes(again));
    settings.put(ZOOM, 125, now);
    settings.put(SOUND, true, now);
    settings.count(RUNS, now);
    for (Map.Entry<String, Setting> setting : settings.all().entrySet()) {
      terminal.line("           %-12s  %s", setting.getKey(), setting.getValue().value());
    }
    terminal.line(
        "in Java    %d percent, with sound: %s, this is run %d",
        settings.number(ZOOM).orElseThrow(),
        Terminal.yes(settings.flag(SOUND).orElseThrow()),
        settings.number(RUNS).orElseThrow());
  }
}
