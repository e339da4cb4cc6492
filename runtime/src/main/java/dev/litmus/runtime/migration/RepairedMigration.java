package dev.litmus.runtime.migration;

/**
 * A version whose file is not what it was when it was applied, and of which the history says from now on what the file
 * says. Immutable.
 *
 * @param version its number
 * @param file the file, as messages call it
 * @param nameBefore the name that the history had
 * @param name the name of the file
 * @param edited whether the file has other statements than those that were applied
 */
public record RepairedMigration(
    long version, String file, String nameBefore, String name, boolean edited) {}
