package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.Span;
import dev.litmus.processor.sql.Word;
import java.util.Optional;

/**
 * Where a parameter stands as the only item of an IN.
 *
 * @param list from the opening to the closing parenthesis
 * @param column what stands left of the IN, when that is a column and nothing else
 */
public record InPlace(Span list, Optional<Word> column) {}
