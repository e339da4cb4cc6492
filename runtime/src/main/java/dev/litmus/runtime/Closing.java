package dev.litmus.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends several things of which each may fail. */
final class Closing {

  private Closing() {}

  /** Ends them, the last one first, also when some fail; returns the first failure with the others suppressed. */
  static <T> @Nullable RuntimeException all(Collection<T> opened, Consumer<? super T> close) {
    List<T> reversed = new ArrayList<>(opened);
    Collections.reverse(reversed);
    RuntimeException failure = null;
    for (T one : reversed) {
      try {
        close.accept(one);
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    return failure;
  }
}
