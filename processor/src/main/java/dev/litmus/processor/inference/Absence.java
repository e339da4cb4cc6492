package dev.litmus.processor.inference;

import dev.litmus.processor.value.NullReason;
import java.util.Set;

/**
 * Something that puts NULL in place of whole rows: an outer join that finds nothing, an aggregate over no rows. As soon as
 * one column of such a row is known not to be NULL, the row is there, and what else was known of it holds again.
 *
 * @param id tells it from all others
 * @param reason for messages
 * @param whenPresent the columns that are not NULL where the row is there: what ON compares
 */
record Absence(int id, NullReason reason, Set<Ref> whenPresent) {

  Absence {
    whenPresent = Set.copyOf(whenPresent);
  }
}
