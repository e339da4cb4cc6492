package app;

import java.time.Instant;

/** Every type that may be null. */
public record Sample(
    long id,
    Integer anInt,
    Long aLong,
    Double aDouble,
    Boolean aBoolean,
    String text,
    byte[] bytes,
    Instant takenAt) {}
