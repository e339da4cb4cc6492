package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.EngineWords;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Definition.CreateTrigger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SQLite creates views and triggers whose bodies name what is not there, and refuses whoever reads the one or fires the
 * other. It is the judge here as well: each view is read, and for each trigger a statement is prepared that fires it.
 */
final class BodiesRule {

  /** Functions, collations and modules may be brought by whoever opens the database. */
  private static final Pattern NAMES_NOTHING =
      Pattern.compile("no such (table|column)\\b.*|.* has no column named .*");

  private final Connection connection;
  private final SchemaText schema;

  private BodiesRule(Connection connection, SchemaText schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /**
   * A view or trigger that cannot be used.
   *
   * @param kind as SQLite calls it
   * @param words what it says
   */
  record Broken(String kind, String name, String words) {

    boolean isSame(Broken other) {
      return kind.equals(other.kind) && name.equalsIgnoreCase(other.name);
    }

    /** Returns it as a problem of the migration that broke it. */
    Problem by(Step step) {
      int line = step.statements().stream()
          .filter(statement -> SqlName.key(statement.sql()).contains(SqlName.key(name)))
          .findFirst()
          .or(() -> step.statements().stream().findFirst())
          .map(UpStatement::line)
          .orElse(1);
      return step.problem(
              ProblemCode.BROKEN_BODY,
              kind.equals("view")
                  ? "the view `" + name + "` cannot be read"
                  : "whatever fires the trigger `" + name + "` fails",
              line)
          .note("SQLite says: " + words);
    }
  }

  /** Returns the broken ones of a database, in which all is left as it was. */
  static List<Broken> of(Connection connection, SchemaText schema) throws SQLException {
    return new BodiesRule(connection, schema).all();
  }

  private List<Broken> all() throws SQLException {
    List<Broken> broken = new ArrayList<>();
    for (SchemaText.Piece piece : schema.pieces().values()) {
      if (piece.kind().equals("view")) {
        refusal("SELECT * FROM " + SqlName.quoted(piece.name()))
            .ifPresent(words -> broken.add(new Broken("view", piece.name(), words)));
      } else if (piece.kind().equals("trigger")) {
        Optional<String> firing = firing(piece);
        if (firing.isPresent() && refusal(firing.get()).isPresent()) {
          alone(piece, firing.get()).ifPresent(broken::add);
        }
      }
    }
    return broken;
  }

  /** Other triggers may be to blame, those of the same table and those that it fires in turn. */
  private Optional<Broken> alone(SchemaText.Piece trigger, String firing) throws SQLException {
    Transaction.begin(connection);
    try {
      for (SchemaText.Piece other : schema.pieces().values()) {
        if (other.kind().equals("trigger") && !other.equals(trigger)) {
          Transaction.run(connection, "DROP TRIGGER " + SqlName.quoted(other.name()));
        }
      }
      return refusal(firing).map(words -> new Broken("trigger", trigger.name(), words));
    } finally {
      Transaction.rollback(connection);
    }
  }

  private Optional<String> firing(SchemaText.Piece piece) {
    Optional<CreateTrigger> tree = QueryParser.parse(piece.sql())
        .tree()
        .filter(CreateTrigger.class::isInstance)
        .map(CreateTrigger.class::cast);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    CreateTrigger trigger = tree.get();
    String table = SqlName.quoted(trigger.table().name().name());
    return switch (trigger.event()) {
      case INSERT -> Optional.of("INSERT INTO " + table + " DEFAULT VALUES");
      case DELETE -> Optional.of("DELETE FROM " + table);
      case UPDATE -> {
        Optional<String> column = trigger.updateOf().isEmpty()
            ? firstColumn(trigger.table().name().name())
            : Optional.of(trigger.updateOf().get(0).name());
        yield column
            .map(SqlName::quoted)
            .map(name -> "UPDATE " + table + " SET " + name + " = " + name);
      }
    };
  }

  private Optional<String> firstColumn(String table) {
    Optional<String> declared = schema
        .table(table)
        .flatMap(piece -> piece.columns().entrySet().stream()
            .filter(column -> !column.getValue().endsWith(" GENERATED"))
            .map(column -> column.getKey())
            .findFirst());
    return declared.or(() -> firstColumnOfView(table));
  }

  private Optional<String> firstColumnOfView(String view) {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM " + SqlName.quoted(view))) {
      ResultSetMetaData columns = statement.getMetaData();
      return columns == null || columns.getColumnCount() == 0
          ? Optional.empty()
          : Optional.of(columns.getColumnName(1));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private Optional<String> refusal(String sql) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement == null ? Optional.of("") : Optional.empty();
    } catch (SQLException e) {
      return Optional.of(EngineWords.of(e))
          .filter(words -> NAMES_NOTHING.matcher(words).matches());
    }
  }
}
