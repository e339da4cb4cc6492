package app;

import java.util.Objects;

/** Not a record: two constructors, of which one takes what the query yields. */
public class Line {
  private final long orderId;
  private final String product;
  private final Integer percent;

  public Line(long orderId, String product) {
    this(orderId, product, null);
  }

  public Line(long orderId, String product, Integer percent) {
    this.orderId = orderId;
    this.product = product;
    this.percent = percent;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Line line && line.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(orderId, product, percent);
  }

  @Override
  public String toString() {
    return orderId + " " + product + " " + percent;
  }
}
