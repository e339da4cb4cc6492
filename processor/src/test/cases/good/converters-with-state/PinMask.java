package app;

import dev.litmus.runtime.ColumnConverter;

/** For one place only: other numbers stay as they are. */
public record PinMask(long mask) implements ColumnConverter<Long, Long> {

  @Override
  public Long toColumn(Long pin) {
    return pin ^ mask;
  }

  @Override
  public Long fromColumn(Long stored) {
    return stored ^ mask;
  }
}
