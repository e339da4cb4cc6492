package app;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;

@Database("shop")
public interface CustomerRepository {

  @Query("INSERT INTO customers (id, name, email, created_at) VALUES (:customers.id, :customers.name, :customers.email, :now)")
  @Batch
  int addAll(List<Customer> customers, String now);

  @Query("INSERT INTO customers (id, name, email, created_at) VALUES (:c.id, :c.name, :c.email, '')")
  @Batch(size = 2, commit = Batch.Commit.CHUNK)
  void addInChunks(Iterable<? extends Customer> c);

  @Query("""
      INSERT INTO customers (id, name, email, created_at) VALUES (:c.id, :c.name, :c.email, '')
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email
      RETURNING rowid
      """)
  @Batch
  List<Long> upsertAll(Collection<Customer> c);

  @Query("DELETE FROM customers WHERE id = :ids")
  @Batch
  boolean deleteAll(Set<String> ids);

  @Query("UPDATE customers SET email = :emails WHERE email IS NULL")
  @Batch
  long fill(List<String> emails);

  @Query("SELECT id FROM customers ORDER BY id")
  List<String> ids();
}
