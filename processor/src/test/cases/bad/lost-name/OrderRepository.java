package app;

import dev.litmus.annotations.Database;
import lib.Finds;

// expect parameter/lost-name :key
// expect parameter/lost-name :minimum
// expect parameter/unknown-parameter :custmer
@Database("shop")
public interface OrderRepository extends Finds<Long, Order> {}
