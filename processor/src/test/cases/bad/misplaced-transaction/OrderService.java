package app;

import dev.litmus.annotations.Transactional;

/** Not a repository: nothing would override the method. */
public class OrderService {

  private final OrderRepository orders;

  public OrderService(OrderRepository orders) {
    this.orders = orders;
  }

  // expect method/misplaced-transaction
  @Transactional
  public long count() {
    return orders.count();
  }
}
