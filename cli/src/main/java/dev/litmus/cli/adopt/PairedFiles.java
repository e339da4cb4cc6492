package dev.litmus.cli.adopt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 2_add_names.up.sql} and {@code 2_add_names.down.sql}.
 *
 * @see <a href="https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md">golang-migrate: migrations</a>
 */
final class PairedFiles implements ForeignTool.Format {

  private static final Pattern NAME = Pattern.compile("(\\d+)_(.*)\\.(up|down)\\.sql");

  @Override
  public boolean isOne(ForeignFile file) {
    return NAME.matcher(file.name()).matches();
  }

  @Override
  public List<AdoptedMigration> read(List<ForeignFile> files, List<String> problems) {
    Map<String, String> downs = new HashMap<>();
    Map<String, Matcher> ups = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    for (ForeignFile file : files) {
      Matcher name = NAME.matcher(file.name());
      if (name.matches() && name.group(3).equals("down")) {
        downs.put(name.group(1), file.text());
      } else if (name.matches()) {
        ups.put(name.group(1), name);
        texts.put(name.group(1), file.text());
      }
    }
    for (String version : downs.keySet()) {
      if (!ups.containsKey(version)) {
        problems.add("version " + version + " has a file that undoes it, and none that applies it");
      }
    }
    return ups.entrySet().stream()
        .map(up -> new AdoptedMigration(
            up.getKey(),
            AdoptedMigration.nameOf(up.getValue().group(2)),
            texts.getOrDefault(up.getKey(), ""),
            Optional.ofNullable(downs.get(up.getKey()))))
        .toList();
  }
}
