/** What SQLite accepts and hardly anyone means: each a warning. Knows nothing of the method that declares the query. */
@NullMarked
package dev.litmus.processor.doubt;

import org.jspecify.annotations.NullMarked;
