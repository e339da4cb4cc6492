package dev.litmus.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RewriterTest {

  @Test
  void namesBecomePositionsInTheOrderOfTheText() {
    RewrittenSql sql = rewrite("UPDATE orders SET total = :o.total WHERE id = $o.id AND @x > 0");

    assertThat(sql.text()).isEqualTo("UPDATE orders SET total = ? WHERE id = ? AND ? > 0");
    assertThat(paths(sql)).containsExactly(List.of("o", "total"), List.of("o", "id"), List.of("x"));
  }

  @Test
  void aNameThatStandsTwiceIsOneNumberedPosition() {
    RewrittenSql sql = rewrite("SELECT :a, :b, :c, @b, :a.b");

    assertThat(sql.text()).isEqualTo("SELECT ?, ?2, ?, ?2, ?");
    assertThat(paths(sql))
        .containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("a", "b"));
  }

  @Test
  void everythingElseStaysAsWritten() {
    String sql = "SELECT ':a', \"b:c\" -- :d\n\t/* :e */ FROM\r\n orders";

    assertThat(rewrite(sql).text()).isEqualTo(sql);
    assertThat(paths(rewrite(sql))).isEmpty();
  }

  @Test
  void onlyTheStatementRemains() {
    assertThat(rewrite(" -- before\n SELECT :a ; -- behind").text()).isEqualTo("SELECT ?");
  }

  @Test
  void piecesAreReplacedByNull() {
    ParsedQuery query = QueryParser.parse("SELECT totl FROM orders WHERE id = :id AND totl = 0");
    List<Edit> nulls = query
        .all(ColumnName.class)
        .filter(column -> column.name().is("totl"))
        .map(column -> Edit.ofNull(column.span()))
        .toList();

    RewrittenSql sql = Rewriter.of(Set.of()).rewrite(query, nulls);

    assertThat(sql.text()).isEqualTo("SELECT NULL FROM orders WHERE id = ? AND NULL = 0");
    assertThat(paths(sql)).containsExactly(List.of("id"));
  }

  @Test
  void aCollectionIsOnePositionInsideTheParenthesesOfItsIn() {
    RewrittenSql sql =
        collections("DELETE FROM t WHERE a IN ( :ids ) AND b not in(:f.names) AND c IN (:c)");

    assertThat(sql.text())
        .isEqualTo("DELETE FROM t WHERE a IN (SELECT +value FROM json_each(?))"
            + " AND b not in(SELECT +value FROM json_each(?)) AND c IN (?)");
    assertThat(paths(sql)).containsExactly(List.of("ids"), List.of("f", "names"), List.of("c"));
  }

  @Test
  void aCollectionThatStandsTwiceIsBoundOnce() {
    RewrittenSql sql = collections("SELECT :c, a IN (:ids), b IN (/* same */ $ids -- here\n)");

    assertThat(sql.text())
        .isEqualTo("SELECT ?, a IN (SELECT +value FROM json_each(?2)),"
            + " b IN (SELECT +value FROM json_each(?2))");
    assertThat(paths(sql)).containsExactly(List.of("c"), List.of("ids"));
  }

  @Test
  void whatARuleRefusesIsStillSqlSoThatNothingElseIsReported() {
    assertThat(collections("SELECT a IN :ids, b = :f.names").text())
        .isEqualTo("SELECT a IN (SELECT +value FROM json_each(?)), b = ?");
    assertThat(collections("SELECT a IN (1, :ids), f(:f.names), b IN (:ids").text())
        .isEqualTo("SELECT a IN (1, ?1), f(?), b IN (?1");
  }

  private static RewrittenSql rewrite(String sql) {
    return Rewriter.of(Set.of()).rewrite(QueryParser.parse(sql));
  }

  private static RewrittenSql collections(String sql) {
    return Rewriter.of(Set.of(List.of("ids"), List.of("f", "names")))
        .rewrite(QueryParser.parse(sql));
  }

  private static List<List<String>> paths(RewrittenSql sql) {
    return sql.bindings().stream().map(slot -> ((Slot.Value) slot).path()).toList();
  }
}
