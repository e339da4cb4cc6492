package dev.litmus.processor.rewrite;

import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.Meaning;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Collate;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.Expression.Subquery;
import dev.litmus.processor.sql.tree.Expression.Unary;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.OrderingTerm.Direction;
import dev.litmus.processor.sql.tree.OrderingTerm.Nulls;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import dev.litmus.processor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out what ORDER BY compares, so that the same can be said in WHERE, where names mean other things.
 *
 * @see <a href="https://sqlite.org/lang_select.html#orderby">ORDER BY</a>
 */
final class KeysetTerms {

  private final ParsedQuery written;
  private final Select select;
  private final List<Edit> edits;
  private final Names names;
  private final Predicate<Expression> neverNull;

  KeysetTerms(
      ParsedQuery written,
      Select select,
      List<Edit> edits,
      Names names,
      Predicate<Expression> neverNull) {
    this.written = written;
    this.select = select;
    this.edits = edits;
    this.names = names;
    this.neverNull = neverNull;
  }

  /** Returns the terms; empty when one of them cannot be said anywhere but in ORDER BY. */
  Optional<List<KeysetTerm>> of(List<OrderingTerm> written) {
    List<KeysetTerm> terms = new ArrayList<>();
    for (OrderingTerm term : written) {
      Optional<KeysetTerm> found = meant(term.expression())
          .filter(meant -> !OwnCalls.overlookOtherRows(meant, names))
          .filter(meant -> !OwnCalls.differEachTime(meant))
          .map(meant -> term(term, meant));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      terms.add(found.get());
    }
    return Optional.of(terms);
  }

  private KeysetTerm term(OrderingTerm term, Expression meant) {
    boolean descending = term.direction().filter(d -> d == Direction.DESC).isPresent();
    boolean nullsFirst = term.nulls().map(n -> n == Nulls.FIRST).orElse(!descending);
    String value = "(" + Edits.text(written, meant.span(), edits) + ")";
    Optional<Identifier> said = collation(term.expression());
    String collated = said.filter(collation -> !meant.equals(term.expression()))
        .map(collation -> "(" + value + " COLLATE " + written.textOf(collation.span()) + ")")
        .orElse(value);
    return new KeysetTerm(
        (isStoredAsCompared(meant) ? "" : "+") + collated,
        new Compared(bare(meant), said.or(() -> collation(meant))),
        descending,
        nullsFirst,
        neverNull.test(meant));
  }

  /**
   * Tells whether a value has nothing to fear from the affinity with which it is compared. ORDER BY compares values as they
   * are. A condition would turn a bound '5' into 5 for a column that a view or a compound calls an integer, though both
   * are among its values; a plus takes such a column its affinity, and keeps its collation.
   */
  private boolean isStoredAsCompared(Expression meant) {
    Expression bare = bare(meant);
    return bare instanceof ColumnName name
        ? use(name).flatMap(ColumnUse::declared).isPresent()
        : !(bare instanceof Subquery);
  }

  private Optional<ColumnUse> use(ColumnName name) {
    return names.columns().stream().filter(use -> use.name().equals(name)).findFirst();
  }

  /** The expression that a term stands for: {@code ORDER BY 2} and {@code ORDER BY name} mean results. */
  private Optional<Expression> meant(Expression term) {
    Expression bare = bare(term);
    if (bare instanceof Literal literal && literal.kind() == Literal.Kind.INTEGER) {
      return result(literal.text());
    }
    if (bare instanceof ColumnName name && name.table().isEmpty()) {
      return named(name).map(meant -> meant.equals(name) ? term : meant);
    }
    // A sign before a number leaves it the number of a result.
    boolean number = bare instanceof Unary unary && bare(unary.operand()) instanceof Literal;
    boolean alias = names.columns().stream()
        .filter(use -> bare.span().contains(use.name().span()))
        .anyMatch(use -> use.meaning().kind() == Meaning.Kind.ALIAS);
    return number || alias ? Optional.empty() : Optional.of(term);
  }

  private Optional<Expression> result(String number) {
    boolean spelt = select.results().stream().allMatch(ResultTerm.Value.class::isInstance);
    int index = number.matches("[0-9]{1,4}") ? Integer.parseInt(number) - 1 : -1;
    return spelt && index >= 0 && index < select.results().size()
        ? Optional.of(((ResultTerm.Value) select.results().get(index)).expression())
        : Optional.empty();
  }

  /** A name is that of a result first. A star gives its columns such names as well: the first result of a name counts. */
  private Optional<Expression> named(ColumnName name) {
    Optional<Expression> alias = select.results().stream()
        .filter(ResultTerm.Value.class::isInstance)
        .map(ResultTerm.Value.class::cast)
        .filter(
            value -> value.alias().filter(a -> a.name().is(name.name().name())).isPresent())
        .findFirst()
        .map(ResultTerm.Value::expression);
    boolean stars = !select.results().stream().allMatch(ResultTerm.Value.class::isInstance);
    if (alias.isPresent()) {
      return alias.filter(found -> !stars || !isColumn(name));
    }
    return Optional.<Expression>of(name).filter(found -> !stars || isOneColumn(name));
  }

  private boolean isColumn(ColumnName name) {
    return use(name).stream()
        .flatMap(use -> use.scope().relations().stream())
        .anyMatch(relation -> relation.columns().isEmpty()
            || relation.columnNames().stream().anyMatch(name.name()::is));
  }

  private boolean isOneColumn(ColumnName name) {
    boolean oneSource = select
        .from()
        .filter(from -> from.sources().size() == 1)
        .filter(from -> !(from.first() instanceof Source.Group))
        .isPresent();
    return oneSource || use(name).filter(use -> use.meaning().isOneColumn()).isPresent();
  }

  /** The outermost collation is the one that counts. */
  private static Optional<Identifier> collation(Expression term) {
    if (term instanceof Parenthesized parenthesized) {
      return collation(parenthesized.inner());
    }
    return term instanceof Collate collate ? Optional.of(collate.collation()) : Optional.empty();
  }

  private static Expression bare(Expression term) {
    if (term instanceof Parenthesized parenthesized) {
      return bare(parenthesized.inner());
    }
    return term instanceof Collate collate ? bare(collate.operand()) : term;
  }
}
