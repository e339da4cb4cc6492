package app;

public record Integer(long id) {}
