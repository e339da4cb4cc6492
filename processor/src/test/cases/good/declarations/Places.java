package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

/** Repositories inside others, of one simple name. */
public interface Places {

  @Database("shop")
  interface Repository {
    @Query("SELECT 1")
    int number();
  }

  record InRecord(int id) {
    @Database("shop")
    public interface Repository {
      @Query("SELECT 2")
      int number();
    }
  }

  enum InEnum {
    ONE;

    @Database("shop")
    protected interface Repository {
      @Query("SELECT 3")
      int number();
    }
  }

  static int protectedNumber(dev.litmus.runtime.SqliteDatabase database) {
    InEnum.Repository repository = new Places_InEnum_RepositoryImpl(database);
    return repository.number();
  }

  @Database("shop")
  sealed interface Sealed permits Places_SealedImpl {
    @Query("SELECT 4")
    int number();
  }
}
