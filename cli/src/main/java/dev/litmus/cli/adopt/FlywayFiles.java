package dev.litmus.cli.adopt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code V2__add_names.sql}, and {@code U2__add_names.sql} to undo it.
 *
 * @see <a href="https://documentation.red-gate.com/flyway/flyway-concepts/migrations">Flyway: migrations</a>
 */
final class FlywayFiles implements ForeignTool.Format {

  private static final Pattern NAME = Pattern.compile("([VUBR])([^_]*(?:_[^_]+)*)__(.+)\\.sql");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}\\s]+}");

  @Override
  public boolean isOne(ForeignFile file) {
    return NAME.matcher(file.name()).matches();
  }

  @Override
  public List<AdoptedMigration> read(List<ForeignFile> files, List<String> problems) {
    Map<String, String> undos = new HashMap<>();
    List<AdoptedMigration> migrations = new ArrayList<>();
    for (ForeignFile file : files) {
      Matcher name = matcher(file);
      if (name.group(1).equals("U")) {
        undos.put(name.group(2), file.text());
      }
    }
    for (ForeignFile file : files) {
      Matcher name = matcher(file);
      check(file, name, problems);
      if (name.group(1).equals("V")) {
        migrations.add(new AdoptedMigration(
            name.group(2),
            AdoptedMigration.nameOf(name.group(3)),
            file.text(),
            Optional.ofNullable(undos.get(name.group(2)))));
      }
    }
    return problems.isEmpty() ? migrations : List.of();
  }

  private static Matcher matcher(ForeignFile file) {
    Matcher name = NAME.matcher(file.name());
    if (!name.matches()) {
      throw new IllegalArgumentException(file.name() + " is not a file of Flyway's");
    }
    return name;
  }

  private static void check(ForeignFile file, Matcher name, List<String> problems) {
    String kind = name.group(1);
    if (kind.equals("R")) {
      problems.add(
          "`" + file.name() + "` runs whenever it changes, and migrations here run once: make it a"
              + " migration with the next number");
    } else if (kind.equals("B")) {
      problems.add("`" + file.name()
          + "` is a baseline, which stands for older files: leave it out, or them");
    } else if (!name.group(2).matches("\\d+")) {
      problems.add("version `" + name.group(2) + "` of `" + file.name()
          + "` is no whole number: number the files anew, in their order");
    }
    Matcher placeholder = PLACEHOLDER.matcher(file.text());
    if (placeholder.find()) {
      problems.add("`" + file.name() + "` has the placeholder `" + placeholder.group()
          + "`: write its value instead");
    }
  }
}
