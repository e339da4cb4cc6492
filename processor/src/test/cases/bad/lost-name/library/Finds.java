package lib;

import dev.litmus.annotations.Param;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;

/** Compiled without the names of its parameters. */
public interface Finds<K, R> {

  @Query("SELECT * FROM orders\nWHERE id = :key")
  Optional<R> find(K key);

  @Query("SELECT * FROM orders WHERE customer_id = :customer AND total >= :minimum")
  List<R> ofCustomer(@Param("customer") String customer, double minimum);

  @Query("SELECT * FROM orders WHERE customer_id = :custmer")
  List<R> misspelt(@Param("customer") String customer);

  @Query("SELECT count(*) FROM orders WHERE id = :arg0")
  long byNumber(long id);
}
