package dev.litmus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine interface: answers are compared as whole lines, because their form is what others rely on. */
class DescribeLinesTest {

  private static final String NOTHING =
      "\"columns\":[],\"parameters\":[],\"rows\":\"none\",\"writes\":false,\"reads\":[],\"changes\":[],\"plan\":[]";

  @TempDir
  private Path folder;

  private Path schema;

  @BeforeEach
  void writeSchema() throws IOException {
    schema = folder.resolve("shop.sql");
    Files.writeString(schema, """
        CREATE TABLE orders (id INTEGER PRIMARY KEY, total INTEGER);
        CREATE TABLE log (note TEXT);
        CREATE TRIGGER logged AFTER UPDATE ON orders BEGIN INSERT INTO log VALUES ('x'); END;
        CREATE VIEW big AS SELECT id FROM orders WHERE total > 100;
        """);
  }

  @Test
  void readingIsDescribed() {
    assertThat(answer(
            "{\"id\":\"q1\",\"sql\":\"SELECT id, total * :f AS t FROM orders WHERE id = :o.id\"}"))
        .isEqualTo("{\"id\":\"q1\",\"valid\":true,"
            + "\"columns\":[{\"name\":\"id\",\"type\":\"INTEGER\",\"nullable\":false},"
            + "{\"name\":\"t\",\"type\":\"INTEGER\",\"nullable\":true}],"
            + "\"parameters\":[{\"name\":\"f\",\"type\":\"INTEGER\",\"nullable\":false},"
            + "{\"name\":\"o.id\",\"type\":\"INTEGER\",\"nullable\":false}],"
            + "\"rows\":\"zero-or-one\",\"writes\":false,\"reads\":[\"orders\"],\"changes\":[],"
            + "\"plan\":[\"SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)\"],\"problems\":[]}");
  }

  @Test
  void writingIsDescribedThroughTriggers() {
    assertThat(answer("{\"id\":2,\"sql\":\"UPDATE orders SET total = @t\"}"))
        .isEqualTo("{\"id\":2,\"valid\":true,\"columns\":[],"
            + "\"parameters\":[{\"name\":\"t\",\"type\":\"INTEGER\",\"nullable\":true}],"
            + "\"rows\":\"none\",\"writes\":true,\"reads\":[],\"changes\":[\"log\",\"orders\"],"
            + "\"plan\":[\"SCAN orders\"],\"problems\":[]}");
  }

  @Test
  void whatIsWrongIsPlacedInTheQuery() {
    assertThat(answer("{\"id\":null,\"sql\":\"SELECT id,\\r\\n 'é', totl\\r\\nFROM orders\"}"))
        .isEqualTo("{\"id\":null,\"valid\":false," + NOTHING
            + ",\"problems\":[{\"code\":\"sql/unknown-column\",\"severity\":\"error\","
            + "\"line\":2,\"column\":7,\"length\":4,"
            + "\"message\":\"table `orders` has no column `totl`\","
            + "\"text\":\"[sql/unknown-column] table `orders` has no column `totl`\\n"
            + "  in the query, line 2:\\n    1 | SELECT id,\\n    2 |  'é', totl\\n"
            + "      |       ^^^^\\n  columns of `orders` (shop.sql): id, total\\n"
            + "  help: did you mean `total`?\"}]}");
  }

  @Test
  void ofSeveralStatementsTheFirstIsDescribed() {
    assertThat(answer("{\"sql\":\"DELETE FROM log; SELECT :x, nope\"}"))
        .isEqualTo(
            "{\"id\":null,\"valid\":true,\"columns\":[],\"parameters\":[],"
                + "\"rows\":\"none\",\"writes\":true,\"reads\":[],\"changes\":[\"log\"],\"plan\":[],"
                + "\"problems\":[{\"code\":\"sql/several-statements\",\"severity\":\"warning\","
                + "\"line\":1,\"column\":18,\"length\":15,\"message\":\"the query has 2 statements\","
                + "\"text\":\"[sql/several-statements] the query has 2 statements\\n"
                + "  in the query, line 1:\\n    1 | DELETE FROM log; SELECT :x, nope\\n"
                + "      |                  ^^^^^^^^^^^^^^^\\n  note: only the first one is described\"}]}");
  }

  @Test
  void textWithoutAPlaceHasNone() {
    assertThat(answer("{\"id\":[1,{\"a\":1.0}],\"sql\":\" -- nothing\"}"))
        .isEqualTo("{\"id\":[1,{\"a\":1.0}],\"valid\":false," + NOTHING
            + ",\"problems\":[{\"code\":\"sql/empty-sql\",\"severity\":\"error\","
            + "\"message\":\"the query has no SQL\","
            + "\"text\":\"[sql/empty-sql] the query has no SQL\"}]}");
    assertThat(answer("{\"id\":1,\"sql\":\"SELECT 1\\u0000\"}"))
        .contains("\"valid\":false", "\"line\":1,\"column\":9,\"length\":0,", "NUL character");
  }

  @Test
  void eachLineIsAnsweredAlsoBehindOnesThatAreNone() {
    String text = """
        \uFEFF{"id":1,"sql":"SELECT 1","more":[]}\r

        \t
        {sql:'SELECT 1'}
        []
        {"id":2}
        {"id":3,"sql":4}
        {"id":4,"sql":""} {}
        {"id":5,"sql":"SELECT 'XX'"}
        {"id":"é","sql":"SELECT 'ü<'"}""";
    byte[] input = text.getBytes(StandardCharsets.UTF_8);
    int x = new String(input, StandardCharsets.ISO_8859_1).indexOf("XX");
    input[x] = (byte) 0xC3;

    Run run = Run.of(input, "describe", "--schema", schema.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0)).startsWith("{\"id\":1,\"valid\":true");
    assertThat(lines.get(1))
        .startsWith("{\"id\":null,\"valid\":false,")
        .contains(
            "\"code\":\"input/invalid-line\",\"severity\":\"error\",\"message\":\"the line is not JSON, see its column 3\"");
    assertThat(lines.get(2)).contains("\"message\":\"the line is not a JSON object\"");
    assertThat(lines.get(3))
        .isEqualTo("{\"id\":2,\"valid\":false," + NOTHING
            + ",\"problems\":[{\"code\":\"input/invalid-line\",\"severity\":\"error\","
            + "\"message\":\"the line has no `sql`\","
            + "\"text\":\"[input/invalid-line] the line has no `sql`\"}]}");
    assertThat(lines.get(4)).startsWith("{\"id\":3,").contains("`sql` is not a string");
    assertThat(lines.get(5)).contains("the line is not JSON, see its column 20");
    assertThat(lines.get(6)).contains("the line is not UTF-8");
    assertThat(lines.get(7))
        .startsWith("{\"id\":\"é\",\"valid\":true,\"columns\":[{\"name\":\"'ü<'\",");
  }

  @Test
  void linesMayBeLongerThanWhatIsReadAtOnce() {
    String value = "x".repeat(200_000);
    assertThat(answer("{\"id\":1,\"sql\":\"SELECT '" + value + "' AS v\"}"))
        .contains("\"columns\":[{\"name\":\"v\",");
  }

  @Test
  void noLinesNoAnswers() {
    assertThat(Run.of("\n", "describe", "--schema", schema.toString()))
        .isEqualTo(new Run(0, "", ""));
  }

  private String answer(String line) {
    Run run = Run.of(line + "\n", "describe", "--schema", schema.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).endsWith("}\n");
    return run.out().strip();
  }
}
