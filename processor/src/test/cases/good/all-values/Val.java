package app;

import dev.litmus.annotations.Convert;
import dev.litmus.runtime.UuidBytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

public record Val(
    long id,
    byte aByte,
    short aShort,
    float aFloat,
    Byte boxedByte,
    Short boxedShort,
    Float boxedFloat,
    BigInteger bigInteger,
    BigDecimal decimal,
    UUID uuid,
    @Convert(UuidBytes.class) UUID key,
    LocalDate date,
    LocalDateTime dateTime,
    LocalTime time,
    Duration duration,
    URI uri,
    Path path,
    Level level,
    Priority priority,
    State state,
    Tags tags,
    @Convert(Grams.class) BigDecimal weight,
    Optional<String> maybeText,
    Optional<Level> maybeLevel,
    Optional<Tags> maybeTags,
    OptionalInt maybeInt,
    OptionalLong maybeLong,
    OptionalDouble maybeDouble) {}
