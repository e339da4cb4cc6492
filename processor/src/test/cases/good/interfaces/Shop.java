package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

/** A repository within a class, with a record within the repository. */
public final class Shop {

  private Shop() {}

  @Database("shop")
  public interface Customers {

    @Query("SELECT id, name FROM customers ORDER BY id")
    List<Customer> all();

    record Customer(String id, String name) {}
  }
}
