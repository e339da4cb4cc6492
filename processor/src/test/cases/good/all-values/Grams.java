package app;

import java.math.BigDecimal;

/** For one place only; implemented behind a generic class. */
public final class Grams extends AbstractConverter<BigDecimal> {

  @Override
  public Double toColumn(BigDecimal kilograms) {
    return kilograms.doubleValue() * 1000;
  }

  @Override
  public BigDecimal fromColumn(Double grams) {
    return BigDecimal.valueOf(grams / 1000);
  }
}
