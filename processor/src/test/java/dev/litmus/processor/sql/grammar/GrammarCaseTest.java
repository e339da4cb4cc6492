package dev.litmus.processor.sql.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.ParsedStatement;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.print.Printer;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Statement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of SQLite's grammar: a tree, its spans, and text printed from it that means the same to SQLite. */
class GrammarCaseTest {

  private static Witness sqlite;

  @BeforeAll
  static void open() throws SQLException {
    sqlite = Witness.of(GrammarCase.schema());
  }

  @AfterAll
  static void close() throws SQLException {
    sqlite.close();
  }

  static List<GrammarCase> cases() {
    return GrammarCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sqliteAcceptsTheCaseOrRefusesItForTheNamedReason(GrammarCase c) {
    Witness.Verdict verdict = sqlite.ask(c.sql());
    assertThat(verdict.syntax()).as(verdict.toString()).isFalse();
    if (c.refused().isEmpty()) {
      assertThat(verdict.message()).isEmpty();
    } else {
      assertThat(verdict.message()).get().asString().contains(c.refused());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itHasATree(GrammarCase c) {
    ParsedQuery query = QueryParser.parse(c.sql());
    assertThat(query.statements()).hasSize(1);
    ParsedStatement statement = query.statements().get(0);
    assertThat(statement.error()).isEmpty();
    assertThat(statement.tree()).map(Node::span).contains(statement.span());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void spansAreNestedOrderedAndMadeOfWholeTokens(GrammarCase c) {
    ParsedQuery query = QueryParser.parse(c.sql());
    Spans.check(query, tree(c.sql()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePrintedTextHasTheSameTree(GrammarCase c) {
    Statement tree = tree(c.sql());
    String printed = Printer.print(tree);
    assertThat(Shape.of(tree(printed))).as(printed).isEqualTo(Shape.of(tree));
    assertThat(Printer.print(tree(printed))).isEqualTo(printed);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePrintedTextMeansTheSameToSqlite(GrammarCase c) throws SQLException {
    Statement tree = tree(c.sql());
    String printed = Printer.print(tree);
    if (tree instanceof Definition) {
      assertThat(effect(printed)).as(printed).isEqualTo(effect(c.sql()));
    } else if (tree instanceof Statement.Explain) {
      assertThat(sqlite.rows(printed)).as(printed).isEqualTo(sqlite.rows(c.sql()));
    } else {
      assertThat(sqlite.program(printed)).as(printed).isEqualTo(sqlite.program(c.sql()));
    }
  }

  @Test
  void everyKindOfNodeOccurs() {
    Set<Class<?>> found = cases().stream()
        .flatMap(c -> tree(c.sql()).all())
        .map(Object::getClass)
        .collect(Collectors.toSet());
    Set<String> missing = kinds(Node.class)
        .filter(kind -> !found.contains(kind))
        .map(Class::getName)
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).isEmpty();
  }

  @Test
  void everyCaseIsAnotherStatement() {
    Set<String> seen = new HashSet<>();
    assertThat(cases())
        .hasSizeGreaterThan(300)
        .allSatisfy(c -> assertThat(seen.add(c.sql())).isTrue());
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(GrammarCaseTest::kinds)
        : Stream.of(type);
  }

  private static Statement tree(String sql) {
    return QueryParser.parse(sql).tree().orElseThrow(() -> new AssertionError("no tree: " + sql));
  }

  private static List<String> effect(String definition) throws SQLException {
    return SchemaEffect.of(GrammarCase.schema(), definition);
  }
}
