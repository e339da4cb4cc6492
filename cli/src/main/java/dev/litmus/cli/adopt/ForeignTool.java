package dev.litmus.cli.adopt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A tool whose files can be read. */
public final class ForeignTool {

  public static final ForeignTool FLYWAY = new ForeignTool("Flyway", new FlywayFiles());
  public static final ForeignTool GOOSE = new ForeignTool("goose", new MarkedFiles("+goose"));
  public static final ForeignTool SQL_MIGRATE =
      new ForeignTool("sql-migrate", new MarkedFiles("+migrate"));
  public static final ForeignTool DBMATE = new ForeignTool("dbmate", new MarkedFiles("migrate:"));
  public static final ForeignTool GOLANG_MIGRATE =
      new ForeignTool("golang-migrate", new PairedFiles());

  private static final List<ForeignTool> ALL =
      List.of(FLYWAY, GOOSE, SQL_MIGRATE, DBMATE, GOLANG_MIGRATE);

  private final String title;
  private final Format format;

  private ForeignTool(String title, Format format) {
    this.title = title;
    this.format = format;
  }

  /** How a tool writes migrations down. */
  interface Format {

    /** Tells whether a file is one of the tool's. */
    boolean isOne(ForeignFile file);

    /**
     * Reads all files of a folder, which are the tool's.
     *
     * @param problems takes a sentence for everything that cannot be taken over
     */
    List<AdoptedMigration> read(List<ForeignFile> files, List<String> problems);
  }

  /** Returns the tool whose files these are; empty when they are not all those of one tool. */
  public static Optional<ForeignTool> of(List<ForeignFile> files) {
    return files.isEmpty()
        ? Optional.empty()
        : ALL.stream()
            .filter(tool -> files.stream().allMatch(tool.format::isOne))
            .findFirst();
  }

  @Override
  public String toString() {
    return title;
  }

  /** Writes the files of a folder as Litmus has them. */
  public Adoption adopt(List<ForeignFile> files) {
    List<String> problems = new ArrayList<>();
    List<AdoptedMigration> migrations = new ArrayList<>(format.read(files, problems));
    migrations.sort(Comparator.comparing(migration -> new BigInteger(migration.version())));
    return problems.isEmpty()
        ? new Adoption(migrations.stream().map(AdoptedMigration::file).toList(), List.of())
        : new Adoption(List.of(), problems);
  }
}
