package app;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Convert;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.ColumnConverter;
import java.util.List;

/** Converters whose fields would be called as something else is, or as nothing can be. */
@Database("vault")
public interface Names {

  /** Puts its sign in front. */
  abstract class Sign implements ColumnConverter<String, String> {
    private final String sign;

    Sign(String sign) {
      this.sign = sign;
    }

    @Override
    public String toColumn(String text) {
      return sign + text;
    }

    @Override
    public String fromColumn(String stored) {
      if (!stored.startsWith(sign)) {
        throw new IllegalArgumentException(stored);
      }
      return stored.substring(sign.length());
    }
  }

  final class Row extends Sign {
    public Row(String sign) {
      super(sign);
    }
  }

  final class Default extends Sign {
    public Default(String sign) {
      super(sign);
    }
  }

  final class Java extends Sign {
    public Java(String sign) {
      super(sign);
    }
  }

  final class URLSign extends Sign {
    public URLSign(String sign) {
      super(sign);
    }
  }

  interface Other {
    final class URLSign extends Sign {
      public URLSign(String sign) {
        super(sign);
      }
    }

    final class Database extends Sign {
      public Database(String sign) {
        super(sign);
      }
    }
  }

  /** Its constructor without parameters may fail in a way that a field cannot catch. */
  final class Checked extends Sign {
    public Checked() throws java.io.IOException {
      super("checked");
    }
  }

  /** Stands in front of the one that a result names. */
  record Optional(@Convert(Row.class) String name) {}

  record Two(@Convert(Row.class) String name, @Convert(Default.class) String owner) {}

  @Query("INSERT INTO secrets (name, owner) VALUES (:name, :owner)")
  void add(@Convert(Row.class) String name, @Convert(Default.class) String owner);

  @Query("SELECT name, owner FROM secrets WHERE owner <> :urlSign")
  List<Two> all(@Convert(URLSign.class) String urlSign);

  @AtMostOne("each owner has one")
  @Query("SELECT name FROM secrets WHERE owner = :owner")
  java.util.Optional<Optional> find(@Convert(Default.class) String owner);

  @Query("SELECT count(*) FROM secrets"
      + " WHERE owner = :java OR owner = :database OR owner = :row OR owner = :checked")
  long count(
      @Convert(Java.class) String java,
      @Convert(Other.Database.class) String database,
      @Convert(Other.URLSign.class) String row,
      @Convert(Checked.class) String checked);

  default String urlSign() {
    return "a method of its own";
  }
}
