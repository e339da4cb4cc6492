package dev.litmus.processor.sql;

import dev.litmus.processor.sql.grammar.SyntaxError;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.Statement;
import java.util.Optional;

/**
 * One statement of a text: its structure, or why we know none. What SQLite accepts is never refused because the
 * structure is unknown; only what rests on it is missing then.
 *
 * @param span from its first token to its last, without the semicolon that ends it
 * @param tree what it says
 * @param error why there is no tree
 */
public record ParsedStatement(Span span, Optional<Statement> tree, Optional<SyntaxError> error) {}
