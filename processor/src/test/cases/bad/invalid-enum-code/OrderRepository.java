package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.EnumCode;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderRepository {

  enum Secret {
    A;

    // expect converter/invalid-enum-code
    @EnumCode
    private final String code = name();
  }

  enum Real {
    A;

    // expect converter/invalid-enum-code
    @EnumCode
    double code() {
      return ordinal();
    }
  }

  enum Twice {
    A;

    // expect converter/invalid-enum-code
    @EnumCode
    final String code = name();

    @EnumCode
    final int number = ordinal();
  }

  @Query("SELECT customer_id FROM orders")
  List<Secret> secrets();

  @Query("SELECT total FROM orders")
  List<Real> reals();

  @Query("SELECT customer_id FROM orders")
  List<Twice> twice();
}
