package app;

public record Customer(String id, String name) {}
