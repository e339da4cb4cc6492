package dev.litmus.processor.inference;

import dev.litmus.processor.scope.OutputColumn;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.value.NullReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the rows that a FROM clause makes. Joins are gone through from left to right: each outer join puts NULL in
 * place of the side that may be missing, and what the condition of an inner one compares is not NULL from there on.
 *
 * @see <a href="https://sqlite.org/lang_select.html#the_from_clause">The FROM clause</a>
 */
final class FromInference {

  private final Inferring inferring;

  FromInference(Inferring inferring) {
    this.inferring = inferring;
  }

  Context rows(From from, Context around) {
    return rows(from, around, List.of());
  }

  /**
   * Joins what a clause brings to rows that are there before it.
   *
   * @param before the pieces that brought those
   */
  Context rows(From from, Context around, List<Span> before) {
    Joined joined = joined(from, around, around, before);
    visitConditions(from, joined.context());
    return joined.context();
  }

  /** What is known so far, and the relations that are joined. */
  private record Joined(Context context, List<Span> relations) {}

  /** @param outside what subqueries see: not the sources beside them */
  private Joined joined(From from, Context start, Context outside, List<Span> before) {
    Joined left = source(from.first(), start, outside);
    List<Span> all = new ArrayList<>(before);
    all.addAll(left.relations());
    Context context = left.context();
    for (Join join : from.joins()) {
      Joined right = source(join.source(), context, outside);
      List<Span> beside = all.stream().filter(piece -> !before.contains(piece)).toList();
      context = join(join, right.context(), all, beside, right.relations());
      all.addAll(right.relations());
    }
    return new Joined(context, all);
  }

  private Joined source(Source source, Context context, Context outside) {
    if (source instanceof Source.Group group) {
      return joined(group.from(), context, outside, List.of());
    }
    Span piece = Relation.pieceOf(source);
    if (source instanceof Source.Function function) {
      function.arguments().forEach(argument -> inferring.in(context).of(argument));
    }
    Optional<Fields> fields = inferring.queries().fields(source, outside);
    return new Joined(
        fields.map(known -> context.with(piece, known)).orElse(context), List.of(piece));
  }

  /** @param beside what of the left is missing together: the row that an UPDATE changes is always there */
  private Context join(
      Join join, Context context, List<Span> left, List<Span> beside, List<Span> right) {
    Set<Ref> compared = new HashSet<>();
    join.on()
        .ifPresent(on -> compared.addAll(new Narrowing(inferring.subject(), context).whenTrue(on)));
    shared(join, left, right).forEach(column -> {
      only(column, context, left).ifPresent(compared::add);
      only(column, context, right).ifPresent(compared::add);
    });
    return switch (join.kind()) {
      case COMMA, INNER, CROSS -> context.knowing(compared);
      case LEFT -> context.absent(right, absence(join, "LEFT", compared));
      case RIGHT -> context.absent(beside, absence(join, "RIGHT", compared));
      case FULL ->
        context
            .absent(beside, absence(join, "FULL", Set.of()))
            .absent(right, absence(join, "FULL", Set.of()));
    };
  }

  private Absence absence(Join join, String kind, Set<Ref> compared) {
    return new Absence(
        inferring.counter().next(),
        NullReason.of(
            "its row comes from a " + kind + " JOIN, so its columns are NULL when nothing matches",
            join.span()),
        compared);
  }

  private List<String> shared(Join join, List<Span> left, List<Span> right) {
    if (!join.natural()) {
      return join.using().stream().map(Identifier::name).toList();
    }
    List<String> ofLeft = visible(left);
    return visible(right).stream()
        .filter(name -> ofLeft.stream().anyMatch(name::equalsIgnoreCase))
        .toList();
  }

  private List<String> visible(List<Span> relations) {
    return relations.stream()
        .flatMap(piece ->
            Optional.ofNullable(inferring.subject().names().relations().get(piece)).stream())
        .flatMap(relation -> relation.columns().stream())
        .flatMap(List::stream)
        .filter(column -> !column.hidden())
        .map(OutputColumn::name)
        .toList();
  }

  /** Returns the one column of that name; which of several is compared is not worth finding out. */
  private static Optional<Ref> only(String column, Context context, List<Span> relations) {
    List<Ref> all = new ArrayList<>();
    for (Span relation : relations) {
      Fields fields = context.relations().get(relation);
      if (fields == null) {
        return Optional.empty();
      }
      fields.all().stream()
          .filter(field -> field.name().equalsIgnoreCase(column))
          .findFirst()
          .ifPresent(field -> all.add(Ref.of(relation, field.name())));
    }
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Conditions see everything that is joined. */
  private void visitConditions(From from, Context context) {
    from.sources().forEach(source -> {
      if (source instanceof Source.Group group) {
        visitConditions(group.from(), context);
      }
    });
    from.joins().forEach(join -> join.on().ifPresent(on -> inferring.in(context).of(on)));
  }
}
