package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.ConverterNotFoundException;
import dev.litmus.runtime.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertersTest {

  @TempDir
  Path directory;

  /** What {@code toString} returns is nobody's business. */
  static class Keyed implements ColumnConverter<String, String> {
    private final String key;

    Keyed(String key) {
      this.key = key;
    }

    @Override
    public String toColumn(String value) {
      return key + value;
    }

    @Override
    public String fromColumn(String stored) {
      return stored.substring(key.length());
    }

    @Override
    public String toString() {
      return "zq " + key;
    }
  }

  static final class Derived extends Keyed {
    Derived(String key) {
      super(key);
    }
  }

  /** Generated code has no place for what its constructor throws. */
  public static final class Loading extends Keyed {
    public Loading() throws IOException {
      super("loaded");
    }
  }

  public static final class Creatable extends Keyed {
    public Creatable() throws IllegalStateException {
      super("created");
    }
  }

  private static DatabaseSettings with(ColumnConverter<?, ?>... converters) {
    return DatabaseSettings.DEFAULT.with(s -> List.of(converters).forEach(s::converter));
  }

  @Test
  void eachDatabaseHasTheConvertersOfItsSettings() throws IOException {
    Keyed common = new Keyed("common");
    Keyed own = new Keyed("own");
    try (Databases databases = TestDatabases.builder(directory, "chat", "notes")
        .settings(with(common, new Loading()))
        .settings("notes", with(own))
        .memoryBudget(20 << 20)
        .open()) {
      assertThat(databases.get("chat").converter(Keyed.class)).isSameAs(common);
      assertThat(databases.get("chat").converter(Loading.class)).hasToString("zq loaded");
      assertThat(databases.get("notes").converter(Keyed.class)).isSameAs(own);
      assertThatThrownBy(() -> databases.get("notes").converter(Loading.class))
          .isInstanceOf(ConverterNotFoundException.class);
    }
  }

  @Test
  void theLaterOneOfAClassTakesTheFirstOnesPlaceInTheNewSettingsOnly() {
    Keyed first = new Keyed("1");
    Keyed second = new Keyed("2");
    DatabaseSettings before = with(first);
    DatabaseSettings after = before.with(s -> s.converter(second));
    assertThat(before.converters().of(Keyed.class, "chat")).isSameAs(first);
    assertThat(after.converters().of(Keyed.class, "chat")).isSameAs(second);
    assertThat(with(first, second).converters().of(Keyed.class, "chat")).isSameAs(second);
  }

  @Test
  void whatIsMissingIsSaidWithTheLineToWriteAndWhatIsThere() {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      assertThatThrownBy(() -> databases.get("chat").converter(Keyed.class))
          .hasMessage("database `chat`: a repository needs a converter of the class"
              + " `dev.litmus.runtime.ConvertersTest$Keyed`, and the settings have none. Open the"
              + " database with `DatabaseSettings.DEFAULT.with(s -> s.converter(new Keyed(…)))`")
          .isInstanceOfSatisfying(
              ConverterNotFoundException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.DB_CONVERTER_NOT_FOUND));
    }
  }

  @Test
  void anObjectOfASubclassIsNoneOfTheClass() {
    Converters converters = with(new Derived("d")).converters();
    assertThatThrownBy(() -> converters.of(Keyed.class, "chat"))
        .hasMessageContaining(
            "the settings have only `dev.litmus.runtime.ConvertersTest$Derived`.");
  }

  @Test
  void oneThatGeneratedCodeWouldNotUseIsRefused() {
    assertThatThrownBy(() -> with(new UuidBytes()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`dev.litmus.runtime.UuidBytes` has a public constructor");
    assertThatThrownBy(() -> with(new Creatable())).isInstanceOf(IllegalArgumentException.class);
    assertThatNullPointerException()
        .isThrownBy(() -> DatabaseSettings.DEFAULT.with(s -> s.converter(null)));
  }

  @Test
  void nothingPrintsWhatAConverterHolds() {
    DatabaseSettings settings = with(new Keyed("key"), new Derived("d"));
    try (LogRecords log = new LogRecords();
        Databases databases = TestDatabases.open(directory, settings, "chat")) {
      assertThatThrownBy(() -> databases.get("chat").converter(Loading.class))
          .satisfies(e -> assertThat(e.toString()).doesNotContain("zq"));
      assertThat(List.of(settings, settings.converters()).toString()).doesNotContain("zq");
      assertThat(log.all()).isNotEmpty().noneMatch(line -> line.contains("zq"));
    }
  }
}
