package shop.app;

import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import shop.customers.Customers;
import shop.orders.Orders;

/** Uses repositories of two modules on one database. */
public final class Main {
  private Main() {}

  /** Prints the total of a customer. */
  public static void main(String[] arguments) {
    try (Databases databases = Databases.open(Path.of(arguments[0]))) {
      long id = databases.repository(Customers.class).add("Ada");
      Orders orders = databases.repository(Orders.class);
      orders.add(id, 40);
      orders.add(id, 2);
      System.out.println("total " + orders.totalOf("Ada"));
    }
  }
}
