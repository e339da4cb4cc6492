package app;

public record Customer(long id, String name) {}
