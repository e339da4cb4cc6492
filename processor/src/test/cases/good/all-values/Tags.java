package app;

import java.util.List;

/** A record of its own that is one column. */
public record Tags(List<String> words) {}
