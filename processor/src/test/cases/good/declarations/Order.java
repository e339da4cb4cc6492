package app;

public record Order(long id, Double total) {}
