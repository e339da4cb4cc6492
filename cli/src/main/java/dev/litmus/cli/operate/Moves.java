package dev.litmus.cli.operate;

import com.google.gson.JsonObject;
import dev.litmus.cli.json.JsonLines;
import dev.litmus.runtime.migration.MigrationMove;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is or was done to one database, as text and as a line of JSON. */
public final class Moves {

  private Moves() {}

  /**
   * Returns lines for people.
   *
   * @param withSql whether the statements are shown
   */
  public static String text(String database, List<MigrationMove> moves, boolean withSql) {
    return moves.isEmpty()
        ? database + ": nothing to do\n"
        : moves.stream().map(move -> text(database, move, withSql)).collect(Collectors.joining());
  }

  private static String text(String database, MigrationMove move, boolean withSql) {
    String line = database + ": " + direction(move) + " " + move.version() + " " + move.name()
        + " (" + move.file() + ")\n";
    return withSql
        ? line
            + move.statements().stream()
                .map(sql -> sql.strip().indent(4).stripTrailing() + ";\n")
                .collect(Collectors.joining())
        : line;
  }

  /** Returns a short name for each of all databases, to show while it runs. */
  public static List<String> names(Map<String, List<MigrationMove>> moves) {
    return moves.entrySet().stream()
        .flatMap(one -> one.getValue().stream().map(move -> one.getKey() + " " + move.version()))
        .toList();
  }

  public static String json(String database, List<MigrationMove> moves, boolean withSql) {
    JsonObject json = new JsonObject();
    json.addProperty("database", database);
    json.add("moves", JsonLines.array(moves, move -> json(move, withSql)));
    return JsonLines.line(json);
  }

  private static JsonObject json(MigrationMove move, boolean withSql) {
    JsonObject json = new JsonObject();
    json.addProperty("direction", direction(move));
    json.addProperty("version", move.version());
    json.addProperty("name", move.name());
    json.addProperty("file", move.file());
    if (withSql) {
      json.add("statements", JsonLines.strings(move.statements()));
    }
    return json;
  }

  private static String direction(MigrationMove move) {
    return move.direction().name().toLowerCase(Locale.ROOT);
  }
}
