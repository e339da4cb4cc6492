package dev.litmus.processor;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The processor's options, given to the compiler as {@code -Akey=value}.
 *
 * @param migrations the root of the migrations; empty to look for them as resources
 * @param notes whether notes are printed, which say what litmus could not find out
 */
record Options(Optional<Path> migrations, boolean notes) {

  static final String MIGRATIONS = "litmus.migrations";
  static final String NOTES = "litmus.notes";

  /** The compiler's command line: no place in the source. */
  static final Origin ORIGIN = new Origin() {};

  static Checked<Options> read(Map<String, String> values) {
    String folder = values.get(MIGRATIONS);
    boolean notes = "true".equals(values.get(NOTES));
    if (folder == null) {
      return Checked.of(new Options(Optional.empty(), notes));
    }
    try {
      Path path = Path.of(folder);
      if (!path.isAbsolute()) {
        // The folder a build was started in says nothing about where the project lies.
        return invalid(
            "`" + folder + "` is not an absolute path",
            "write `${project.basedir}/…` in front of it");
      }
      return Files.isDirectory(path)
          ? Checked.of(new Options(Optional.of(path), notes))
          : invalid(
              "`" + folder + "` is not a folder",
              "name the folder that has a folder for each database");
    } catch (InvalidPathException e) {
      return invalid(
          "`" + folder + "` is not a path", "name the folder that has a folder for each database");
    }
  }

  private static Checked<Options> invalid(String fact, String cure) {
    return Checked.failed(
        Problem.of(ProblemCode.INVALID_OPTION, ORIGIN, "option `-A" + MIGRATIONS + "`: " + fact)
            .help(cure));
  }
}
