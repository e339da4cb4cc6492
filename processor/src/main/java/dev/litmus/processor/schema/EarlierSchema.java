package dev.litmus.processor.schema;

/**
 * A version of a schema that is not its newest.
 *
 * @param schema what the migrations up to it make
 * @param next the file of the migration that comes after it
 */
public record EarlierSchema(Schema schema, String next) {}
