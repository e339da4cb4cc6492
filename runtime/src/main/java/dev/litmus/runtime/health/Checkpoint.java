package dev.litmus.runtime.health;

/**
 * How far the content of a write-ahead log was moved into the file.
 *
 * @param schema the schema of the database
 * @param logPages how many pages the log had; 0 without a log
 * @param movedPages how many of them are in the file now, also those that were before
 * @param complete whether all are, and the log is empty. Otherwise somebody still reads what was before, or another process
 *     works on the file; nothing is lost, and a later one does the rest
 */
public record Checkpoint(String schema, long logPages, long movedPages, boolean complete) {}
