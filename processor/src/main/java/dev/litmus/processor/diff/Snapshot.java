package dev.litmus.processor.diff;

import dev.litmus.processor.diff.SchemaObject.Kind;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.Schema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A schema as a file that people review: what all migrations make together. The file lies beside the code, the command
 * line writes it, and a build compares it; no build ever writes it.
 */
public final class Snapshot {

  private static final int LINES_AROUND = 2;
  private static final int MOST_LINES = 20;

  private Snapshot() {}

  /** Returns the name of the file of a schema. */
  public static String fileName(String schema) {
    return schema + ".sql";
  }

  /** Returns a script that makes the schema again, the same for the same schema, with a line feed at its end. */
  public static String text(Schema schema) throws SQLException {
    StringBuilder text = new StringBuilder("-- What the migrations of `" + schema.name()
        + "` make. Written by `litmus snapshot`: write migrations instead.\n");
    boolean afterIndex = false;
    for (SchemaObject object : SchemaPieces.of(schema)) {
      boolean isIndex = object.kind() == Kind.INDEX;
      text.append(isIndex && afterIndex ? "" : "\n").append(object.sql()).append('\n');
      afterIndex = isIndex;
    }
    return text.toString();
  }

  /** Returns what is different between a schema and its file in a folder. */
  public static Optional<Problem> check(Schema schema, Path folder, Origin origin)
      throws SQLException {
    String location = folder.getFileName() + "/" + fileName(schema.name());
    String cure = "if that is meant, run `litmus snapshot --migrations DIR --database "
        + schema.name() + " --to " + folder + "` with the migrations of this build";
    List<String> made = text(schema).lines().toList();
    List<String> kept;
    try {
      kept = Files.readString(folder.resolve(fileName(schema.name()))).lines().toList();
    } catch (NoSuchFileException e) {
      return Optional.of(differs(
              origin,
              "there is no snapshot `" + location + "` of the schema `" + schema.name() + "`")
          .help(cure));
    } catch (CharacterCodingException e) {
      return Optional.of(
          differs(origin, "the snapshot `" + location + "` is not UTF-8").help(cure));
    } catch (IOException e) {
      return Optional.of(
          differs(origin, "the snapshot `" + location + "` cannot be read").note(e.toString()));
    }
    if (kept.equals(made)) {
      return Optional.empty();
    }
    Problem problem = differs(
            origin, "the snapshot `" + location + "` is not what the migrations make")
        .evidence("--- " + location)
        .evidence("+++ the migrations of `" + schema.name() + "`");
    List<String> lines = LineDiff.unified(kept, made, LINES_AROUND).stream()
        .filter(line -> !line.isBlank())
        .toList();
    for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      problem = problem.evidence(line);
    }
    if (lines.size() > MOST_LINES) {
      problem = problem.evidence("… and " + (lines.size() - MOST_LINES) + " lines more");
    }
    return Optional.of(problem.help(cure));
  }

  private static Problem differs(Origin origin, String fact) {
    return Problem.of(ProblemCode.SNAPSHOT_DIFFERS, origin, fact);
  }
}
