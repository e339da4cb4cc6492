package app;

import dev.litmus.annotations.Converter;
import dev.litmus.runtime.ColumnConverter;
import java.util.Date;

@Converter
public final class Dates1 implements ColumnConverter<Date, Long> {

  @Override
  public Long toColumn(Date value) {
    return value.getTime();
  }

  @Override
  public Date fromColumn(Long stored) {
    return new Date(stored);
  }
}
