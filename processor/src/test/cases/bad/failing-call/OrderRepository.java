package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;

@Database("shop")
public interface OrderRepository {

  // expect sql/failing-call '$.tags['
  @Query("SELECT email ->> '$.tags[' FROM customers")
  List<Optional<String>> tags();

  // expect sql/failing-call 'name'
  @Query("UPDATE customers SET email = json_set(email, 'name', :name)")
  int rename(String name);

  // expect sql/failing-call '!!'
  @Query("SELECT id FROM customers WHERE name LIKE :pattern ESCAPE '!!'")
  List<String> like(String pattern);
}
