package app;

/** Called as a class of the runtime. */
public record SqlStatement(long id) {}
