package app;

public record Class(long id) {}
