package app;

import dev.litmus.annotations.TransactionMode;
import dev.litmus.annotations.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Default methods of all kinds, for whoever extends it. */
public interface Steps<K extends Comparable<K>> {

  @Transactional
  default <T extends K, X extends Exception> Map<? super T, List<? extends K>> generic(
      Function<? super T, ? extends K> function, T database, Class<X> failure) throws X {
    return Map.of(database, List.of(function.apply(database)));
  }

  @Transactional(TransactionMode.EXCLUSIVE)
  default int[] numbers(int transaction, long[]... result) {
    return new int[] {transaction, result.length};
  }

  @SuppressWarnings("unchecked")
  @Transactional
  default int lists(List<K>... lists) {
    return lists.length;
  }

  /** A type of before Java 5, which its author knows. */
  @SuppressWarnings("rawtypes")
  @Transactional
  default int raw(List list) {
    return list.size();
  }

  @Transactional
  default String shadowed() {
    return "inherited";
  }
}
