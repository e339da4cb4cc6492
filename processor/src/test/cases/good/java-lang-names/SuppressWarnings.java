package app;

public record SuppressWarnings(long id) {}
