package app;

/** Called as a class of the runtime. */
public record Transaction(long id) {}
