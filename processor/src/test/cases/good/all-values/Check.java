import app.Level;
import app.Priority;
import app.State;
import app.Tags;
import app.Val;
import app.ValRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

public class Check {

  private static final UUID ID = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 3);

  private static final Val FULL = new Val(
      1,
      Byte.MIN_VALUE,
      Short.MAX_VALUE,
      0.1f,
      (byte) 1,
      (short) 2,
      3f,
      BigInteger.valueOf(Long.MAX_VALUE),
      new BigDecimal("0.10"),
      ID,
      ID,
      DAY,
      LocalDateTime.of(2026, 2, 3, 4, 5, 6),
      LocalTime.of(4, 5, 6, 7_000_000),
      Duration.ofSeconds(90),
      URI.create("mailto:a@example.com"),
      Path.of("a", "b"),
      Level.HIGH,
      Priority.NOW,
      State.DONE,
      new Tags(List.of("x", "y")),
      new BigDecimal("1.5"),
      Optional.of("text"),
      Optional.of(Level.LOW),
      Optional.of(new Tags(List.of("z"))),
      OptionalInt.of(0),
      OptionalLong.of(-1),
      OptionalDouble.of(0.5));

  private static final Val EMPTY = new Val(
      2, (byte) 0, (short) 0, 0f, null, null, null, null, null, null, null, null, null, null, null,
      null, null, null, null, null, null, null, Optional.empty(), Optional.empty(),
      Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty());

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      ValRepository values = databases.repository(ValRepository.class);
      values.insert(FULL);
      values.insert(EMPTY);
      same(values.get(1), FULL);
      same(values.get(2), EMPTY);
      same(values.stored(1), "blob 16 20 d x y 1500.0 HIGH 90000");
      same(values.key(1), Optional.of(ID));
      same(values.key(2), Optional.empty());
      same(values.byKey(ID), Optional.of(1L));
      same(values.tags().get(0), new Tags(List.of("x", "y")));
      same(values.withTags(List.of(new Tags(List.of("x", "y")))), List.of(1L));
      same(values.inStates(Set.of(State.DONE, State.PENDING)), List.of(1L));
      same(values.inStates(Set.of(State.PENDING)), List.of());
      same(values.of(List.of(Level.HIGH), List.of(DAY)), List.of(1L));
      same(values.withText(Optional.of("text")), List.of(1L));
      same(values.withText(Optional.empty()), List.of(1L, 2L));
      same(values.maybeInt(1), OptionalInt.of(0));
      same(values.maybeInt(2), OptionalInt.empty());
      same(values.maybeInt(3), OptionalInt.empty());
      values.keys(key -> same(key, ID));
      same(values.countKeys(Collectors.counting()), 1L);
      same(values.ofAny(Set.of(Level.HIGH)), List.of(1L));
      values.spoil(1);
      refused(() -> values.level(1), "column `level` is no constant of Level: [LOW, very high]");
      refused(() -> values.tags(), "ValRepository.tags: column `tags` cannot be converted");
    }
  }

  private static void refused(Runnable read, String message) {
    try {
      read.run();
    } catch (ValueException e) {
      if (!e.getMessage().contains(message)) {
        throw new AssertionError("other message", e);
      }
      return;
    }
    throw new AssertionError("not refused");
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
