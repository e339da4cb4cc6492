package app;

import dev.litmus.annotations.Database;

// expect database/not-an-interface
@Database("shop")
public record Orders(long id) {}
