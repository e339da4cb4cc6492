package app;

import dev.litmus.annotations.Database;

// expect database/invisible-type
@Database("shop")
interface Elsewhere extends lib.Counts {}
