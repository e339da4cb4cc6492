package app;

import dev.litmus.annotations.Converter;
import dev.litmus.runtime.ColumnConverter;
import java.util.Date;
import java.util.List;

@Converter
// expect converter/invalid-converter
public final class NoColumn implements ColumnConverter<Date, List<Long>> {

  @Override
  public List<Long> toColumn(Date value) {
    return List.of(value.getTime());
  }

  @Override
  public Date fromColumn(List<Long> stored) {
    return new Date(stored.get(0));
  }
}
