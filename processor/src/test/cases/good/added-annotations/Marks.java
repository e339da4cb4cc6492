package app.di;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

public final class Marks {

  private Marks() {}

  @Retention(RetentionPolicy.RUNTIME)
  public @interface Single {}
}
