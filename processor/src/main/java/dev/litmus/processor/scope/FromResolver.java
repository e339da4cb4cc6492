package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a FROM clause brings into scope. */
final class FromResolver {

  private final NameResolver resolver;

  FromResolver(NameResolver resolver) {
    this.resolver = resolver;
  }

  Scope scope(From from, Environment around) {
    return scope(from, around, List.of());
  }

  /** Resolves a FROM clause beside relations that are there before it, like the target of an UPDATE. */
  Scope scope(From from, Environment around, List<Relation> before) {
    List<Sources.Operand> operands = new ArrayList<>();
    before.forEach(relation -> operands.add(Sources.Operand.of(new Sources.One(relation))));
    operands.addAll(operands(from, around, operands));
    Scope scope = Scope.of(new Sources.Joined(operands), around.scope());
    conditions(from, around.in(scope));
    return scope;
  }

  private Sources.Joined joined(From from, Environment around) {
    Sources.Joined joined = new Sources.Joined(operands(from, around, List.of()));
    conditions(from, around.in(Scope.of(joined, around.scope())));
    return joined;
  }

  private List<Sources.Operand> operands(
      From from, Environment around, List<Sources.Operand> before) {
    List<Sources.Operand> operands = new ArrayList<>();
    List<Sources.Operand> left = new ArrayList<>(before);
    if (from.first() instanceof Source.Group group && group.alias().isEmpty()) {
      // Parentheses around the first join change nothing.
      operands.addAll(operands(group.from(), around, before));
    } else {
      operands.add(Sources.Operand.of(source(from.first(), around, left)));
    }
    left.addAll(operands);
    for (Join join : from.joins()) {
      Sources right = source(join.source(), around, left);
      List<String> using = join.natural()
          ? common(new Sources.Joined(left), right)
          : join.using().stream().map(Identifier::name).toList();
      Sources.Operand operand = new Sources.Operand(right, join.kind(), using);
      operands.add(operand);
      left.add(operand);
    }
    return operands;
  }

  /** Resolves the conditions of all joins, which see everything that is joined. */
  private void conditions(From from, Environment inside) {
    if (from.first() instanceof Source.Group group && group.alias().isEmpty()) {
      conditions(group.from(), inside);
    }
    from.joins().forEach(join -> join.on().ifPresent(on -> resolver.expressions(on, inside)));
  }

  private static List<String> common(Sources left, Sources right) {
    return right.star().stream()
        .flatMap(List::stream)
        .map(OutputColumn::name)
        .filter(name -> !name.isEmpty())
        .filter(name -> left.relations().stream()
            .anyMatch(r -> r.named(name).filter(c -> !c.hidden()).isPresent()))
        .toList();
  }

  /** One source is one relation, but for the parentheses around a join. */
  private Sources source(Source source, Environment around, List<Sources.Operand> before) {
    if (source instanceof Source.Group group && group.from().joins().isEmpty()) {
      return source(called(group.from().first(), group.alias()), around, before);
    }
    if (source instanceof Source.Group group) {
      Sources.Joined joined = joined(group.from(), around);
      return group.alias().isEmpty() ? joined : joined.with(unknown(group.alias()));
    }
    Scope lateral = Scope.of(new Sources.Joined(before), around.scope());
    return new Sources.One(relation(source, around.in(lateral)));
  }

  /** A single source in parentheses loses the alias that it has inside them; SQLite does not document that. */
  private static Source called(Source source, Optional<Alias> alias) {
    if (source instanceof Source.Table table) {
      return new Source.Table(table.span(), table.name(), alias, table.hint());
    }
    if (source instanceof Source.Function function) {
      return new Source.Function(function.span(), function.name(), function.arguments(), alias);
    }
    return source instanceof Source.Derived derived
        ? new Source.Derived(derived.span(), derived.query(), alias)
        : new Source.Group(source.span(), ((Source.Group) source).from(), alias);
  }

  /** Resolves one source that is no join; the arguments of a function see the sources before it. */
  Relation relation(Source source, Environment around) {
    if (source instanceof Source.Table table) {
      return resolver.table(table.name(), table.alias(), around);
    }
    if (source instanceof Source.Function function) {
      function.arguments().forEach(argument -> resolver.expressions(argument, around));
      return resolver.table(function.name(), function.alias(), around);
    }
    Source.Derived derived = (Source.Derived) source;
    Environment outside = around.scope().outer().map(around::in).orElse(around);
    return resolver.remember(Relation.of(
        name(derived.alias()),
        derived.span(),
        resolver.query(derived.query(), outside).map(OutputColumn::differentNames)));
  }

  /** What a name behind a join in parentheses adds to the names inside them, is nowhere said. */
  private static Relation unknown(Optional<Alias> alias) {
    return Relation.of(name(alias), Optional.empty());
  }

  private static String name(Optional<Alias> alias) {
    return alias.map(Alias::name).map(Identifier::name).orElse("");
  }
}
