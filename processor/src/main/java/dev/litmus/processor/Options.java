package dev.litmus.processor;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The processor's options, given to the compiler as {@code -Akey=value}.
 *
 * @param migrations the root of the migrations; empty to look for them as resources
 * @param schema a script that makes the schema, or a folder of such, instead of migrations
 * @param queries the root of the files that {@code @Query(file = …)} names, before all resources; empty for resources only
 * @param snapshot the folder of the schemas as they were last reviewed; empty when they are not compared
 * @param rolling on how many versions before the newest every query has to run as well
 * @param annotations qualified names of annotations for every generated class
 * @param constructorAnnotations the same for the constructors
 * @param notes whether notes are printed, which say what litmus could not find out
 * @param refute whether everything that is said of queries is tried on rows, and reported where it is wrong
 */
record Options(
    Optional<Path> migrations,
    Optional<Path> schema,
    Optional<Path> queries,
    Optional<Path> snapshot,
    int rolling,
    List<String> annotations,
    List<String> constructorAnnotations,
    boolean notes,
    boolean refute) {

  static final String MIGRATIONS = "litmus.migrations";
  static final String SCHEMA = "litmus.schema";
  static final String QUERIES = "litmus.queries";
  static final String SNAPSHOT = "litmus.snapshot";
  static final String ROLLING = "litmus.rolling";
  static final String ANNOTATIONS = "litmus.annotations";
  static final String CONSTRUCTOR_ANNOTATIONS = "litmus.constructorAnnotations";
  static final String NOTES = "litmus.notes";
  static final String REFUTE = "litmus.refute";

  static final Set<String> ALL = Set.of(
      MIGRATIONS,
      SCHEMA,
      QUERIES,
      SNAPSHOT,
      ROLLING,
      ANNOTATIONS,
      CONSTRUCTOR_ANNOTATIONS,
      NOTES,
      REFUTE);

  private static final String SCHEMA_CURE =
      "name the script that makes the schema, or the folder that has `<database>.sql` for each database";

  /** The compiler's command line: no place in the source. */
  static final Origin ORIGIN = new Origin() {};

  Options {
    annotations = List.copyOf(annotations);
    constructorAnnotations = List.copyOf(constructorAnnotations);
  }

  static Checked<Options> read(Map<String, String> values) {
    List<Problem> problems = new ArrayList<>();
    Checked<Path> migrations =
        folder(values, MIGRATIONS, "name the folder that has a folder for each database");
    Checked<Path> schema = path(values, SCHEMA, Files::exists, "a file or folder", SCHEMA_CURE);
    Checked<Path> queries = folder(values, QUERIES, "name the folder that has the files with SQL");
    Checked<Path> snapshot =
        folder(values, SNAPSHOT, "name the folder that `litmus snapshot --to` writes to");
    Checked<Integer> rolling = count(values, ROLLING);
    problems.addAll(migrations.problems());
    problems.addAll(schema.problems());
    problems.addAll(queries.problems());
    problems.addAll(snapshot.problems());
    problems.addAll(rolling.problems());
    problems.addAll(contradictions(values));
    return problems.isEmpty()
        ? Checked.of(new Options(
            migrations.value(),
            schema.value(),
            queries.value(),
            snapshot.value(),
            rolling.value().orElse(0),
            names(values.get(ANNOTATIONS)),
            names(values.get(CONSTRUCTOR_ANNOTATIONS)),
            "true".equals(values.get(NOTES)),
            "true".equals(values.get(REFUTE))))
        : Checked.failed(problems);
  }

  private static List<String> names(@Nullable String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
  }

  private static Checked<Integer> count(Map<String, String> values, String option) {
    String count = values.get(option);
    if (count == null) {
      return new Checked<>(Optional.empty(), List.of());
    }
    return count.matches("[1-9][0-9]{0,3}")
        ? Checked.of(Integer.valueOf(count))
        : invalid(
            option,
            "`" + count + "` is no number of versions",
            "write 1 for the version before the newest");
  }

  /** What a script makes is neither migrated nor compared with what migrations make. */
  private static List<Problem> contradictions(Map<String, String> values) {
    List<Problem> problems = new ArrayList<>();
    if (values.containsKey(SCHEMA) && values.containsKey(MIGRATIONS)) {
      problems.addAll(invalid(
              SCHEMA,
              "`-A" + MIGRATIONS + "` is there too, and a schema is made by one of them",
              "keep -A" + MIGRATIONS + " when Litmus is to migrate the databases, and -A" + SCHEMA
                  + " when something else does")
          .problems());
    }
    if (values.containsKey(SCHEMA) && values.containsKey(SNAPSHOT)) {
      problems.addAll(invalid(
              SNAPSHOT,
              "it is compared with what migrations make, and `-A" + SCHEMA
                  + "` says that there are none",
              "leave one of them out")
          .problems());
    }
    return problems;
  }

  private static Checked<Path> folder(Map<String, String> values, String option, String cure) {
    return path(values, option, Files::isDirectory, "a folder", cure);
  }

  private static Checked<Path> path(
      Map<String, String> values,
      String option,
      Predicate<Path> isRight,
      String kind,
      String cure) {
    String folder = values.get(option);
    if (folder == null) {
      return new Checked<>(Optional.empty(), List.of());
    }
    try {
      Path path = Path.of(folder);
      if (!path.isAbsolute()) {
        // The folder a build was started in says nothing about where the project lies.
        return invalid(
            option,
            "`" + folder + "` is not an absolute path",
            "write `${project.basedir}/…` in front of it");
      }
      return isRight.test(path)
          ? Checked.of(path)
          : invalid(option, "`" + folder + "` is not " + kind, cure);
    } catch (InvalidPathException e) {
      return invalid(option, "`" + folder + "` is not a path", cure);
    }
  }

  private static <T> Checked<T> invalid(String option, String fact, String cure) {
    return Checked.failed(
        Problem.of(ProblemCode.INVALID_OPTION, ORIGIN, "option `-A" + option + "`: " + fact)
            .help(cure));
  }
}
