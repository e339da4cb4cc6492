package dev.litmus.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the map of the specification true: whatever it names is there. */
class SpecMapTest {

  private static final Path PROJECT = Path.of("..");
  private static final List<String> SECTIONS = List.of(
      "1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2", "5.1", "5.2", "5.3", "6.1", "6.2",
      "7.1", "7.2", "8.1", "8.2", "9.1", "9.2", "10.1", "10.2", "10.3", "11.1");
  private static final String HEAD = "specification";

  private static final Pattern SOURCE =
      Pattern.compile("\\.\\./[\\w-]+/src/(?:main|test)/java/.*\\.java");
  private static final Pattern HEADING = Pattern.compile("### (\\S+) ");
  private static final Pattern ROW =
      Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*)\\|");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern CLASS = Pattern.compile("@?([A-Z]\\w*[a-z]\\w*)((?:\\.\\w+)*)");
  private static final Pattern MEMBER = Pattern.compile("\\w+");
  private static final Pattern FILE = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)+");

  private static Map<String, List<Path>> sources;

  private final List<Row> rows = rows();

  /** A line of one of the tables, without its first column, which speaks of the specification alone. */
  private record Row(String section, String here, String shownBy, String differs) {

    Stream<String> names() {
      return names(here + shownBy + differs);
    }

    static Stream<String> names(String cell) {
      return CODE.matcher(cell).results().map(code -> code.group(1)).filter(SpecMapTest::isName);
    }
  }

  @BeforeAll
  static void findSources() throws IOException {
    try (Stream<Path> files = Files.find(
        PROJECT, 30, (file, attributes) -> SOURCE.matcher(file.toString()).matches())) {
      sources = files.collect(
          Collectors.groupingBy(file -> file.getFileName().toString().replace(".java", "")));
    }
  }

  @Test
  void everySectionOfTheSpecificationIsThere() {
    assertThat(rows.stream().map(Row::section).distinct()).containsExactlyElementsOf(SECTIONS);
  }

  @Test
  void whatIsNamedIsThere() {
    List<String> names = rows.stream().flatMap(Row::names).distinct().toList();

    assertThat(names).hasSizeGreaterThan(150);
    assertThat(names).allSatisfy(name -> assertThat(isThere(name)).as(name).isTrue());
  }

  @Test
  void whatIsHereIsShown() {
    assertThat(rows)
        .filteredOn(row -> Row.names(row.shownBy).findAny().isEmpty())
        .allSatisfy(row -> assertThat(row.here).matches("(not yet|No rule).*"));
  }

  private static boolean isName(String code) {
    return CLASS.matcher(code).matches() || FILE.matcher(code).matches();
  }

  /** A test that is named by its method must be a method of that class: a call of one so named proves nothing. */
  @Test
  void testsThatAreNamedAreTests() {
    List<String> tests = rows.stream()
        .flatMap(row -> Row.names(row.shownBy))
        .filter(name -> name.matches("\\w+(Test|IT)\\.\\w+"))
        .distinct()
        .toList();

    assertThat(tests).hasSizeGreaterThan(50);
    assertThat(tests).allSatisfy(name -> {
      String type = name.substring(0, name.indexOf('.'));
      // A declaration: its name behind a type. A test may return dynamic ones.
      Pattern method =
          Pattern.compile("  (void|Stream<\\w+>) " + name.substring(type.length() + 1) + "\\(");
      assertThat(sources.getOrDefault(type, List.of()))
          .as(name)
          .anySatisfy(file -> assertThat(DocumentedProgram.read(file)).containsPattern(method));
    });
  }

  private static boolean isThere(String name) {
    if (FILE.matcher(name).matches()) {
      return Files.exists(PROJECT.resolve(name));
    }
    MatchResult parts = CLASS.matcher(name).results().findFirst().orElseThrow();
    return sources.getOrDefault(parts.group(1), List.of()).stream()
        .map(DocumentedProgram::read)
        .anyMatch(source -> MEMBER
            .matcher(parts.group(2))
            .results()
            .allMatch(member ->
                Pattern.compile("\\b" + member.group() + "\\b").matcher(source).find()));
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    String section = "";
    String map = DocumentedProgram.read(PROJECT.resolve("docs/spec-map.md"));
    for (String line : map.lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.lookingAt()) {
        section = heading.group(1);
      } else if (line.startsWith("| ")) {
        Matcher cells = ROW.matcher(line);
        assertThat(cells.matches()).as(line).isTrue();
        if (!cells.group(1).equals(HEAD)) {
          rows.add(new Row(section, cells.group(2), cells.group(3), cells.group(4)));
        }
      }
    }
    return rows;
  }
}
