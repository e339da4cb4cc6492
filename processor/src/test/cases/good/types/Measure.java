package app;

/** Every type that may not. */
public record Measure(int anInt, long aLong, double aDouble, boolean aBoolean) {}
