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
    List<Relation> relations = new ArrayList<>(before);
    List<String> merged = new ArrayList<>();
    Scope first = source(from.first(), around, relations);
    relations.addAll(first.relations());
    merged.addAll(first.merged());
    for (Join join : from.joins()) {
      Scope joined = source(join.source(), around, relations);
      if (join.natural()) {
        merged.addAll(common(relations, joined.relations()));
      }
      join.using().stream().map(Identifier::name).forEach(merged::add);
      relations.addAll(joined.relations());
      merged.addAll(joined.merged());
    }
    Scope scope = new Scope(relations, merged, List.of(), Optional.of(around.scope()));
    for (Join join : from.joins()) {
      join.on().ifPresent(on -> resolver.expressions(on, around.in(scope)));
    }
    return scope;
  }

  private static List<String> common(List<Relation> left, List<Relation> right) {
    return left.stream()
        .flatMap(relation -> relation.columnNames().stream())
        .filter(
            name -> right.stream().anyMatch(relation -> relation.column(name).isPresent()))
        .toList();
  }

  /** One source is one relation, but for the parentheses around a join. */
  private Scope source(Source source, Environment around, List<Relation> before) {
    if (source instanceof Source.Group group && group.alias().isEmpty()) {
      return scope(group.from(), around);
    }
    Scope lateral = new Scope(before, List.of(), List.of(), Optional.of(around.scope()));
    Relation relation = relation(source, around.in(lateral));
    return new Scope(List.of(relation), List.of(), List.of(), Optional.empty());
  }

  /** Resolves one source; the arguments of a function see the sources before it. */
  Relation relation(Source source, Environment around) {
    if (source instanceof Source.Table table) {
      return resolver.table(table.name(), table.alias(), around);
    }
    if (source instanceof Source.Function function) {
      function.arguments().forEach(argument -> resolver.expressions(argument, around));
      return resolver.table(function.name(), function.alias(), around);
    }
    String name = source.alias().map(Alias::name).map(Identifier::name).orElse("");
    if (source instanceof Source.Derived derived) {
      Environment outside = around.scope().outer().map(around::in).orElse(around);
      return Relation.of(name, resolver.query(derived.query(), outside));
    }
    Scope inside = scope(((Source.Group) source).from(), around);
    List<OutputColumn> columns = new ArrayList<>();
    for (Relation relation : inside.relations()) {
      if (relation.columns().isEmpty()) {
        return Relation.of(name, Optional.empty());
      }
      columns.addAll(relation.columns().get());
    }
    return Relation.of(name, Optional.of(columns));
  }
}
