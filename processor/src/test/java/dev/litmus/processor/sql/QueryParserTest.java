package dev.litmus.processor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  @Test
  void aTreeHasTheSpansOfTheText() {
    ParsedQuery query = QueryParser.parse(
        "SELECT main.orders.total, count(*) AS n FROM \"orders\" -- total\n WHERE id = :order.id;");

    assertThat(query.all(ColumnName.class).map(column -> query.textOf(column.span())))
        .containsExactly("main.orders.total", "id");
    assertThat(query.all(Call.class).map(call -> query.textOf(call.span())))
        .containsExactly("count(*)");
    assertThat(query.all(QualifiedName.class).map(table -> table.name().name()))
        .containsExactly("orders");
    assertThat(query.all(Parameter.class).toList()).isEqualTo(query.parameters());
  }

  @Test
  void aStatementThatCannotBeParsedDoesNotKeepTheNextFromIt() {
    ParsedQuery query = QueryParser.parse("SELECT FROM; SELECT 2");

    assertThat(query.statements().get(0).tree()).isEmpty();
    assertThat(query.statements().get(0).error().map(error -> query.textOf(error.at())))
        .contains("FROM");
    assertThat(query.statements().get(1).tree()).isPresent();
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
}
