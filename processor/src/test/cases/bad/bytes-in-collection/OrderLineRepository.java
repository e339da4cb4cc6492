package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("shop")
public interface OrderLineRepository {

  // expect parameter/bytes-in-collection :attachments
  @Query("SELECT product FROM order_lines WHERE attachment IN (:attachments)")
  List<String> productsWith(List<byte[]> attachments);
}
