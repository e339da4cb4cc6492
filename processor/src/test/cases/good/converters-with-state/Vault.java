package app;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Convert;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.Transactional;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Stream;

@Database("vault")
public interface Vault {

  record Found(String name, Inner inner) {}

  record Inner(Secret secret) {}

  record Named(long id, Owner owner) {}

  record Item(String name, Secret secret) {}

  @Query("INSERT INTO secrets (name, secret, pin, owner) VALUES (:e.name, :e.secret, :e.pin, :e.owner) RETURNING *")
  Entry add(Entry e);

  @Query("INSERT INTO secrets (name, secret, owner) VALUES (:items.name, :items.secret, :owner)")
  @Batch(size = 2)
  int addAll(List<Item> items, Owner owner);

  @Query("INSERT INTO secrets (name, secret, owner) VALUES (:items.name, :items.secret, 'ANN')"
      + " RETURNING secret")
  @Batch
  List<Secret> addOfAnn(List<Item> items);

  @Query("UPDATE secrets SET secret = :secretConverter WHERE name = :row")
  boolean change(String row, Secret secretConverter);

  @Query("DELETE FROM secrets WHERE secret = :secret RETURNING secret, name")
  Optional<Item> remove(Secret secret);

  @Query("SELECT * FROM secrets WHERE name = :name")
  Entry entry(String name);

  @Query("SELECT * FROM secrets WHERE name = :name")
  Optional<Entry> find(String name);

  @Query("SELECT secret FROM secrets WHERE name = :name")
  Secret secret(String name);

  @Query("SELECT name FROM secrets WHERE secret = :secret")
  Optional<String> name(Secret secret);

  @Query("SELECT name FROM secrets WHERE secret IN (:secrets) ORDER BY id")
  List<String> names(Collection<Secret> secrets);

  @Query("SELECT name FROM secrets WHERE pin IN (:pins) ORDER BY id")
  List<String> withPins(@Convert(PinMask.class) Set<Long> pins);

  @Query("SELECT pin FROM secrets WHERE name = :name")
  @Convert(PinMask.class)
  Optional<Long> pin(String name);

  @Query("SELECT name, secret AS \"inner.secret\" FROM secrets ORDER BY id")
  List<Found> nested();

  @Query("SELECT id, owner FROM secrets ORDER BY id")
  List<Named> owners();

  @Query("SELECT id, owner FROM secrets ORDER BY id")
  Stream<Named> streamOfOwners();

  @Query("SELECT secret FROM secrets WHERE secret IS NOT NULL")
  Set<Secret> all();

  @Query("SELECT name, secret FROM secrets")
  @Key("name")
  Map<String, Secret> byName();

  @Query("SELECT secret, name FROM secrets WHERE secret IS NOT NULL")
  @Key("secret")
  Map<Secret, Item> bySecret();

  @Query("SELECT name, secret AS \"inner.secret\" FROM secrets ORDER BY id")
  Stream<Found> stream();

  @Query("SELECT secret FROM secrets ORDER BY id")
  Stream<Secret> streamOfSecrets();

  @Query("SELECT * FROM secrets WHERE secret <> :other ORDER BY id")
  Page<Entry> page(Secret other, PageRequest page);

  @Query("SELECT name, secret FROM secrets WHERE secret <> :other ORDER BY secret, id")
  KeysetPage<Item> scroll(Secret other, KeysetRequest from);

  @Query("SELECT name, secret FROM secrets ORDER BY id")
  long each(Consumer<Item> receiver);

  @Query("SELECT secret FROM secrets WHERE secret IS NOT NULL")
  <R> R collect(Collector<Secret, ?, R> receiver);

  @Query("SELECT name, secret FROM secrets WHERE name <> 'bad' AND :secret IS NOT NULL")
  List<Item> perhaps(Optional<Secret> secret);

  @Transactional
  default void swap(String name, String other) {
    Secret secret = secret(name);
    Secret second = secret(other);
    change(name, null);
    change(other, secret);
    change(name, second);
  }
}
