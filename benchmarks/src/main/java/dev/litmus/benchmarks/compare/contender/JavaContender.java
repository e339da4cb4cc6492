package dev.litmus.benchmarks.compare.contender;

import dev.litmus.runtime.LitmusVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.hibernate.Version;
import org.jdbi.v3.core.Jdbi;
import org.jooq.Constants;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sqlite.SQLiteJDBCLoader;

/** The contenders that run on Java. */
public enum JavaContender {
  LITMUS("litmus"),
  JDBC_PREPARE("jdbc-prepare"),
  JDBC_CACHED("jdbc-cached"),
  JDBC_TUNED("jdbc-tuned"),
  JDBI("jdbi"),
  MYBATIS("mybatis"),
  JOOQ("jooq"),
  SPRING("spring"),
  SPRING_RECORD("spring-record"),
  HIBERNATE("hibernate"),
  SHARED_FAIR("shared-fair"),
  SHARED_UNFAIR("shared-unfair");

  private final String label;

  JavaContender(String label) {
    this.label = label;
  }

  /** Returns the contender of a label. */
  public static JavaContender of(String label) {
    return Arrays.stream(values())
        .filter(contender -> contender.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no contender is called " + label));
  }

  /** Returns those that have the workloads of one thread. */
  public static List<JavaContender> ofOneThread() {
    return Arrays.stream(values()).filter(contender -> !contender.isShared()).toList();
  }

  /** Returns what it is called outside Java. */
  public String label() {
    return label;
  }

  /** Returns whether it is there for W7 alone. */
  public boolean isShared() {
    return this == SHARED_FAIR || this == SHARED_UNFAIR;
  }

  /** Opens a database; all but the shared ones open it as a {@link Contender}. */
  public Beside open(Path file) throws SQLException {
    if (this == LITMUS) {
      return new LitmusContender(file);
    }
    Connection connection =
        this == JDBC_TUNED ? Connections.openTuned(file) : Connections.open(file);
    return switch (this) {
      case JDBC_PREPARE -> new JdbcContender(connection, false);
      case JDBI -> new JdbiContender(connection);
      case MYBATIS -> new MyBatisContender(connection);
      case JOOQ -> new JooqContender(connection);
      case SPRING -> new SpringContender(connection, true);
      case SPRING_RECORD -> new SpringContender(connection, false);
      case HIBERNATE -> new HibernateContender(connection);
      case SHARED_FAIR -> new Shared(new JdbcContender(connection, true), true);
      case SHARED_UNFAIR -> new Shared(new JdbcContender(connection, true), false);
      default -> new JdbcContender(connection, true);
    };
  }

  /** Returns what runs, with its version. */
  public String version() {
    String driver = "sqlite-jdbc " + SQLiteJDBCLoader.getVersion();
    return switch (this) {
      case LITMUS -> "Litmus " + LitmusVersion.CURRENT + ", " + driver;
      case JDBI -> "Jdbi " + version(Jdbi.class) + ", " + driver;
      case MYBATIS -> "MyBatis " + version(SqlSession.class) + ", " + driver;
      case JOOQ -> "jOOQ " + Constants.FULL_VERSION + ", " + driver;
      case SPRING, SPRING_RECORD -> "Spring JDBC " + version(JdbcTemplate.class) + ", " + driver;
      case HIBERNATE -> "Hibernate " + Version.getVersionString() + ", " + driver;
      default -> driver;
    };
  }

  private static String version(Class<?> type) {
    return String.valueOf(type.getPackage().getImplementationVersion());
  }
}
