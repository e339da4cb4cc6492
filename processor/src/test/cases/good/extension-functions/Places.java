package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.SqlFunction;
import java.util.List;

@Database("geo")
public interface Places {

  /** Its body is in an extension, whose signature this is. */
  final class Functions {
    private Functions() {}

    @SqlFunction("distance")
    private static native double distance(double x, double y);
  }

  @Query("SELECT id FROM places ORDER BY distance(x, y), id")
  List<Long> byDistance();
}
