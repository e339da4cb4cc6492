package app;

/** Called as a class that generated code needs. */
public record Optional(long id, double total) {}
