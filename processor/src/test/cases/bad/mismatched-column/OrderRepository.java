package app;

import dev.litmus.annotations.Convert;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.EnumCode;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.UuidBytes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Database("shop")
public interface OrderRepository {

  enum Kind {
    A;

    @EnumCode
    final int code = ordinal();
  }

  enum Word {
    A;

    @EnumCode
    final String code = name();
  }

  record Perhaps(Optional<Kind> kind) {}

  record Line(@Convert(UuidBytes.class) UUID attachment, Kind kind) {}

  // expect converter/mismatched-column :key
  @Query("DELETE FROM orders WHERE customer_id = :key")
  int delete(@Convert(UuidBytes.class) UUID key);

  // expect converter/mismatched-column :kinds
  @Query("DELETE FROM orders WHERE customer_id IN (:kinds)")
  int deleteAll(Collection<Kind> kinds);

  // expect converter/mismatched-column :word
  @Query("UPDATE orders SET total = :word WHERE id = 1")
  int update(Word word);

  // expect converter/mismatched-column :word
  @Query("INSERT INTO order_lines (order_id, line, product, price) VALUES (1, :word, 'x', 2)")
  int insert(Word word);

  // expect converter/mismatched-column kind
  @Query("SELECT attachment, product AS kind FROM order_lines")
  List<Line> lines();

  // expect converter/mismatched-column kind
  @Query("SELECT product AS kind FROM order_lines")
  List<Perhaps> perhaps();

  @Query("SELECT quantity FROM order_lines WHERE attachment = :key OR quantity > :kind")
  List<Kind> right(@Convert(UuidBytes.class) UUID key, Kind kind);
}
