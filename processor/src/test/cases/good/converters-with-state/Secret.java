package app;

/** What nobody may read in the file, and what no message may show. */
public record Secret(String text) {}
