package dev.litmus.runtime.health;

import java.util.OptionalLong;

/**
 * What could be read of a table of a damaged database.
 *
 * @param name its name; of an index for full-text search that keeps the texts itself, the table that it keeps them in
 * @param rows how many rows were copied
 * @param refused how many were read that the table does not take, because a constraint is violated: mostly rows that are no
 *     rows but garbage
 * @param lost how many more rows there were; empty when nobody can say, because there is no sound index to count by
 * @param complete whether no damage was met and no row refused
 */
public record SalvagedTable(
    String name, long rows, long refused, OptionalLong lost, boolean complete) {}
