package app;

import org.jspecify.annotations.Nullable;

public record Event(long id, String source, String at, @Nullable Double weight, @Nullable String tag) {}
