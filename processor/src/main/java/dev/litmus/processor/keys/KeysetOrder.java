package dev.litmus.processor.keys;

import dev.litmus.processor.keys.JoinedTables.Joined;
import dev.litmus.processor.keys.JoinedTables.OtherKeys;
import dev.litmus.processor.rewrite.Keyset;
import dev.litmus.processor.rewrite.Pages;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.scope.NameResolver;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pages by key of a query, and whether its order suffices for them.
 *
 * @param keyset what walks over the rows; empty when nothing can
 * @param total whether the order is proven to tell all rows apart
 * @param cure the columns that make it total when they are appended; empty when it is, or when none are known
 */
public record KeysetOrder(Optional<Keyset> keyset, boolean total, List<String> cure) {

  private static final KeysetOrder NONE = new KeysetOrder(Optional.empty(), false, List.of());

  public KeysetOrder {
    cure = List.copyOf(cure);
  }

  /** Looks at a query that SQLite accepts. */
  public static KeysetOrder of(Schema schema, ParsedQuery parsed, Pages pages) throws SQLException {
    if (!(parsed.tree().orElse(null) instanceof Query query)
        || !(query.first() instanceof Select select)) {
      return NONE;
    }
    Names names = NameResolver.resolve(query, schema);
    Optional<JoinedTables> joined = select.from().isEmpty()
        ? Optional.empty()
        : JoinedTables.of(schema, names, select.from().get(), select.where(), OtherKeys.UNKNOWN);
    Optional<Keyset> keyset = pages.keyset(
        names, expression -> joined.filter(j -> isNeverNull(j, expression)).isPresent());
    if (keyset.isEmpty() || joined.isEmpty()) {
      return new KeysetOrder(keyset, false, List.of());
    }
    TotalOrder order = TotalOrder.of(joined.get(), keyset.get().order(), aliases(select));
    return order.isProven()
        ? new KeysetOrder(keyset, true, List.of())
        : new KeysetOrder(keyset, false, order.cure().orElse(List.of()));
  }

  private static Set<String> aliases(Select select) {
    return select.results().stream()
        .filter(ResultTerm.Value.class::isInstance)
        .flatMap(result -> ((ResultTerm.Value) result).alias().stream())
        .map(alias -> alias.name().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static boolean isNeverNull(JoinedTables joined, Expression expression) {
    return joined
        .place(expression)
        .filter(place -> {
          Joined table = joined.tables().get(place.table());
          return !table.optional() && table.keys().isNeverNull(place.column());
        })
        .isPresent();
  }
}
