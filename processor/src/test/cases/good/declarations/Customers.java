import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

/** Package-private, and without a package. */
@Database("shop")
interface Customers {

  @Query("INSERT INTO customers (id, name, created_at) VALUES ('ann', 'Ann', '')")
  void insert();
}
