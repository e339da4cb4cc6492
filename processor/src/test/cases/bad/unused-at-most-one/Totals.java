package app;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Query;
import java.util.Optional;

/** Where this is inherited, it may be needed or not. */
interface Totals {

  @AtMostOne("where there is no key")
  @Query("SELECT total FROM orders WHERE id = :id")
  Optional<Double> inherited(long id);
}
