package dev.litmus.benchmarks.data;

/** A document that a search has found, with what was found between square brackets. */
public record Hit(long id, String text) {}
