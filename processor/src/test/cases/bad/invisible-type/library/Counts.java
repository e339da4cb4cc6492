package lib;

import dev.litmus.annotations.Query;
import java.util.Optional;

/** Its record cannot be named where it is inherited. */
public interface Counts {

  @Query("SELECT count(*) AS n FROM orders")
  Optional<Count> count();
}

record Count(long n) {}
