package dev.litmus.processor.inference;

import dev.litmus.processor.sql.tree.CommonTable;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.With;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the tables of a WITH clause can hold.
 *
 * @see <a href="https://sqlite.org/lang_with.html">WITH</a>
 */
final class CommonTables {

  private final Inferring inferring;
  private final List<Lazily> tables = new ArrayList<>();

  CommonTables(Inferring inferring) {
    this.inferring = inferring;
  }

  /** Found out once, when it is asked for. */
  private static final class Lazily implements Supplier<Optional<List<Value>>> {
    private final Supplier<Optional<List<Value>>> finding;
    private Optional<List<Value>> found = Optional.empty();
    private boolean asked;

    Lazily(Supplier<Optional<List<Value>>> finding) {
      this.finding = finding;
    }

    /** Whoever asks while it is being found out goes in a circle, which SQLite refuses. */
    @Override
    public Optional<List<Value>> get() {
      if (!asked) {
        asked = true;
        found = finding.get();
      }
      return found;
    }
  }

  /** Adds the common tables, each of which sees all of them. */
  Context with(Optional<With> with, Context around) {
    List<CommonTable> all = with.map(With::tables).orElse(List.of());
    Context[] context = {around};
    CommonValues common = around.common();
    for (CommonTable table : all) {
      Lazily values = new Lazily(() -> values(table, context[0]));
      tables.add(values);
      common = common.with(table.name().name(), values);
    }
    context[0] = around.with(common);
    return context[0];
  }

  /** Looks at those as well that nobody has asked for: there are parameters in them. */
  void visitAll() {
    tables.forEach(Lazily::get);
  }

  private Optional<List<Value>> values(CommonTable table, Context context) {
    return isRecursive(table)
        ? recursive(table, context)
        : inferring.queries().columns(table.query(), context);
  }

  private static boolean isRecursive(CommonTable table) {
    return table.query().all(Source.Table.class).anyMatch(table::isNamedBy);
  }

  /** What rows beget is added to what they can be until nothing is new. */
  private Optional<List<Value>> recursive(CommonTable table, Context context) {
    Query query = table.query();
    CommonTables inner = new CommonTables(inferring);
    Context around = inner.with(query.with(), context);
    List<SelectCore> first = new ArrayList<>();
    List<SelectCore> next = new ArrayList<>();
    for (SelectCore core : query.cores()) {
      boolean recurs = core.all(Source.Table.class).anyMatch(table::isNamedBy);
      (recurs ? next : first).add(core);
    }
    Optional<List<Value>> known = either(first, around);
    boolean changed = true;
    while (known.isPresent() && changed) {
      List<Value> before = known.get();
      Context seeing =
          around.with(around.common().with(table.name().name(), () -> Optional.of(before)));
      Optional<List<Value>> more = either(next, seeing).flatMap(found -> union(before, found));
      changed = more.isPresent() && !same(before, more.get());
      known = more;
    }
    query.limit().ifPresent(limit -> inferring.in(context).of(limit.count()));
    inner.visitAll();
    return known;
  }

  private Optional<List<Value>> either(List<SelectCore> cores, Context context) {
    Optional<List<Value>> all = Optional.empty();
    for (SelectCore core : cores) {
      Optional<List<Value>> columns = inferring.queries().core(core, List.of(), context);
      if (columns.isEmpty()) {
        return Optional.empty();
      }
      all = all.isEmpty() ? columns : all.flatMap(known -> union(known, columns.get()));
    }
    return all;
  }

  private static Optional<List<Value>> union(List<Value> some, List<Value> others) {
    return QueryInference.combined(Query.Operator.UNION, some, others);
  }

  /** Reasons apart, of which the first stays. */
  private static boolean same(List<Value> some, List<Value> others) {
    for (int i = 0; i < some.size(); i++) {
      Value one = some.get(i);
      Value other = others.get(i);
      if (!one.expected().equals(other.expected())
          || !one.possible().equals(other.possible())
          || one.isNullable() != other.isNullable()) {
        return false;
      }
    }
    return true;
  }
}
