package app;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

/** Names that stand in front of what generated code names. */
@Database("shop")
public interface OrderRepository {

  Object Columns = "a constant called like a class";

  record Optional(String name) {}

  record Item(long id, Part part) {}

  record Part(String name) {}

  @Query("INSERT INTO customers (id, name, created_at) VALUES (:java, :dev, '')")
  void add(String java, String dev);

  @Query("SELECT name FROM customers WHERE id = :java")
  java.util.Optional<String> name(String java);

  @Query("SELECT count(*) FROM customers WHERE id <> :dev")
  long others(String dev);

  @Query("INSERT INTO customers (id, name, created_at) VALUES (:items.id, :items.part.name, '')")
  @Batch
  int addAll(Iterable<Item> items);
}
