package dev.litmus.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.tree.Expression.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  @Test
  void wordsKnowTheirQualifierAndWhetherTheyAreCalled() {
    ParsedQuery query =
        QueryParser.parse("SELECT o.id, main.orders.total, count(*) FROM \"orders\" AS [o]");

    assertThat(query.words().stream().map(Word::name))
        .containsExactly(
            "SELECT", "o", "id", "main", "orders", "total", "count", "FROM", "orders", "AS", "o");
    Word id = query.words().get(2);
    assertThat(id.qualifier()).contains(query.words().get(1));
    assertThat(query.textOf(id.span())).isEqualTo("id");
    Word total = query.words().get(5);
    assertThat(total.qualifier().orElseThrow().name()).isEqualTo("orders");
    assertThat(total.qualifier().orElseThrow().qualifier().orElseThrow().name()).isEqualTo("main");
    assertThat(query.words().stream().filter(Word::called).map(Word::name))
        .containsExactly("count");
    assertThat(query.textOf(query.words().get(8).span())).isEqualTo("\"orders\"");
  }

  @Test
  void parametersHavePaths() {
    ParsedQuery query =
        QueryParser.parse("SELECT :id, @id, $id, :order.customer.id, :größe, ?, ?12, :a . b");

    assertThat(query.parameters().stream().map(Parameter::path))
        .containsExactly(
            List.of("id"),
            List.of("id"),
            List.of("id"),
            List.of("order", "customer", "id"),
            List.of("größe"),
            List.of(),
            List.of(),
            List.of("a"));
    assertThat(query.parameters().stream().map(p -> query.textOf(p.span())))
        .containsExactly(":id", "@id", "$id", ":order.customer.id", ":größe", "?", "?12", ":a");
    assertThat(query.parameters().stream().filter(Parameter::isPositional)).hasSize(2);
  }

  @Test
  void componentsOfParametersAreNoWords() {
    ParsedQuery query = QueryParser.parse("SELECT total FROM orders WHERE id = :order.total");

    assertThat(query.words().stream().filter(word -> word.is("total"))).hasSize(1);
    assertThat(query.words().stream().map(Word::name)).doesNotContain("order");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ':id ? @id'",
        "SELECT 'it''s :id'",
        "SELECT \":id\"",
        "SELECT [:id]",
        "SELECT `:id`",
        "SELECT 1 -- :id",
        "SELECT 1 -- it's\n /* :id ' */",
        "SELECT x'00' /* :id"
      })
  void whatOnlyLooksLikeAParameterIsNone(String sql) {
    assertThat(QueryParser.parse(sql).parameters()).isEmpty();
  }

  @Test
  void statementsEndBeforeTheirSemicolon() {
    ParsedQuery query = QueryParser.parse(" SELECT ';' ; -- one; two\n SELECT 2 -- end");

    assertThat(query.statements().stream().map(ParsedStatement::span).map(query::textOf))
        .containsExactly("SELECT ';'", "SELECT 2");
    assertThat(QueryParser.parse("-- nothing; here\n ; ").statements()).isEmpty();
  }

  @Test
  void theFirstInvalidPieceIsKnown() {
    ParsedQuery query = QueryParser.parse("SELECT 'open");

    assertThat(query.invalid().map(query::textOf)).contains("'open");
    assertThat(QueryParser.parse("SELECT 1").invalid()).isEmpty();
  }

  @Test
  void theVerbIsTheFirstWordIfAnyIs() {
    assertThat(QueryParser.parse("/* x */ select 1").verb()).isEqualTo("SELECT");
    assertThat(QueryParser.parse("(SELECT 1)").verb()).isEmpty();
    assertThat(QueryParser.parse("").verb()).isEmpty();
  }

  @Test
  void aNameStandsForItselfWhenNoDotFollows() {
    ParsedQuery query = QueryParser.parse("SELECT s.sum, x.id FROM spent s");

    assertThat(query.names("s")).isTrue();
    assertThat(query.names("x")).isFalse();
    assertThat(query.names("nothing")).isFalse();
  }
}
