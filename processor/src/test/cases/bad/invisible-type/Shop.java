package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.Transactional;
import java.util.List;

public final class Shop {

  // expect database/invisible-type
  @Database("shop")
  private interface Orders {
    @Query("SELECT totl FROM orders")
    List<Double> totals();
  }

  private static final class Hidden {
    // expect database/invisible-type
    @Database("shop")
    interface Orders {
      @Query("SELECT totl FROM orders")
      List<Double> totals();
    }
  }

  private record Line(long id) {}

  @Database("shop")
  interface Lines {
    @Query("SELECT id FROM orders")
    // expect database/invisible-type
    List<Line> lines();

    @Transactional
    // expect database/invisible-type
    default Line first(List<? extends Line[]> others) {
      return lines().get(0);
    }

    default Line last() {
      return lines().get(0);
    }
  }
}
