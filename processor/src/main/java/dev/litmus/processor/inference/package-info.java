/**
 * What a query can yield and what its parameters are, told from its structure and the schema. A chain of passes, a class
 * each, with the rules of SQLite that they rest on.
 */
@NullMarked
package dev.litmus.processor.inference;

import org.jspecify.annotations.NullMarked;
