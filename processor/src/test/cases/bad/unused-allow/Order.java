package app;

import dev.litmus.annotations.Allow;

// expect allow/unused-allow
@Allow(value = "sql/unordered-limit", reason = "who knows")
public record Order(long id) {}
