package dev.litmus.processor.problem;

/**
 * Where in the user's Java source a problem belongs. Opaque to everything that finds problems, so that the plain parts
 * of the processor work without a compiler; only the reporter looks inside.
 */
public interface Origin {}
