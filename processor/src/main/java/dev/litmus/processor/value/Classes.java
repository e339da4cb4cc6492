package dev.litmus.processor.value;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The storage classes that a value can have; none for one that is always NULL. */
public record Classes(Set<StorageClass> all) {

  public static final Classes NONE = new Classes(Set.of());
  public static final Classes INTEGER = of(StorageClass.INTEGER);
  public static final Classes REAL = of(StorageClass.REAL);
  public static final Classes TEXT = of(StorageClass.TEXT);
  public static final Classes BLOB = of(StorageClass.BLOB);
  public static final Classes NUMBER = of(StorageClass.INTEGER, StorageClass.REAL);
  public static final Classes ANY = of(StorageClass.values());

  public Classes {
    all = Set.copyOf(all);
  }

  public static Classes of(StorageClass... classes) {
    return new Classes(Set.of(classes));
  }

  public Classes or(Classes other) {
    Set<StorageClass> both = EnumSet.noneOf(StorageClass.class);
    both.addAll(all);
    both.addAll(other.all);
    return new Classes(both);
  }

  public static Classes union(Collection<Classes> several) {
    return several.stream().reduce(NONE, Classes::or);
  }

  public boolean isWithin(Classes other) {
    return other.all.containsAll(all);
  }

  public boolean has(StorageClass one) {
    return all.contains(one);
  }

  public SqlType type() {
    if (all.isEmpty() || !(isWithin(NUMBER) || all.size() == 1)) {
      return SqlType.ANY;
    }
    return all.size() == 1 ? SqlType.valueOf(all.iterator().next().name()) : SqlType.NUMERIC;
  }
}
