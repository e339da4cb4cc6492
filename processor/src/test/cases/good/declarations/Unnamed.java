import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

/** Has no package. */
@Database("shop")
public interface Unnamed {

  @Query("SELECT id FROM orders ORDER BY id")
  List<Row> rows();

  record Row(long id) {}
}
