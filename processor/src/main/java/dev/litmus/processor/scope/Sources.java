package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a FROM clause brings, as it is joined: which of several columns of one name is meant, and which of them a star
 * shows, depends on how they meet.
 *
 * @see <a href="https://sqlite.org/lang_select.html#special_handling_of_cross_join">Joins</a>
 */
sealed interface Sources {

  Joined NONE = new Joined(List.of());

  /** Returns everything that can be named, in the order of the text. */
  List<Relation> relations();

  /** Finds the columns of a name; those that a join makes one of are one. */
  Found find(String column, Predicate<Relation> has);

  /** Returns what a star stands for; empty when that is not known. */
  Optional<List<OutputColumn>> star();

  /** The relations of a name; {@code merged} when the value may be that of another one instead. */
  record Found(List<Relation> origins, boolean merged) {}

  /** A table, or what is used like one. */
  record One(Relation relation) implements Sources {

    @Override
    public List<Relation> relations() {
      return List.of(relation);
    }

    @Override
    public Found find(String column, Predicate<Relation> has) {
      return new Found(has.test(relation) ? List.of(relation) : List.of(), false);
    }

    @Override
    public Optional<List<OutputColumn>> star() {
      return relation
          .columns()
          .map(all -> all.stream().filter(column -> !column.hidden()).toList());
    }
  }

  /**
   * One side of a join.
   *
   * @param using the columns that it shares with what is left of it
   */
  record Operand(Sources sources, Join.Kind kind, List<String> using) {
    public Operand {
      using = List.copyOf(using);
    }

    static Operand of(Sources sources) {
      return new Operand(sources, Join.Kind.COMMA, List.of());
    }

    private boolean shares(String column) {
      return using.stream().anyMatch(column::equalsIgnoreCase);
    }

    private boolean keepsAllOfRight() {
      return kind == Join.Kind.RIGHT || kind == Join.Kind.FULL;
    }

    private Optional<List<OutputColumn>> columns() {
      return sources instanceof Joined joined ? joined.parenthesized() : sources.star();
    }
  }

  /** Sources from left to right. */
  record Joined(List<Operand> operands) implements Sources {
    public Joined {
      operands = List.copyOf(operands);
    }

    @Override
    public List<Relation> relations() {
      return operands.stream()
          .flatMap(operand -> operand.sources().relations().stream())
          .toList();
    }

    /** A shared column is that of the left; of a RIGHT join that of the right; of a FULL join whichever is not NULL. */
    @Override
    public Found find(String column, Predicate<Relation> has) {
      List<Relation> origins = new ArrayList<>();
      boolean merged = false;
      for (Operand operand : operands) {
        Found found = operand.sources().find(column, has);
        boolean meets = !origins.isEmpty() && operand.shares(column);
        if (found.origins().isEmpty()) {
          continue;
        }
        if (meets && operand.kind() != Join.Kind.RIGHT) {
          merged |= operand.kind() == Join.Kind.FULL;
          continue;
        }
        if (meets) {
          origins.clear();
        }
        merged = found.merged();
        origins.addAll(found.origins());
      }
      return new Found(origins, merged);
    }

    @Override
    public Optional<List<OutputColumn>> star() {
      List<OutputColumn> columns = new ArrayList<>();
      for (int i = 0; i < operands.size(); i++) {
        Operand operand = operands.get(i);
        Optional<List<OutputColumn>> own = operand.columns();
        if (own.isEmpty()) {
          return Optional.empty();
        }
        List<Operand> later = operands.subList(i + 1, operands.size());
        own.get().stream()
            .filter(column -> !operand.shares(column.name()))
            .map(column -> isReplaced(column, later) ? shared(column.name()) : column)
            .forEach(columns::add);
      }
      return Optional.of(columns);
    }

    /**
     * Returns the columns of a join in parentheses, a subquery to SQLite, which makes all names different. In which order
     * it puts shared columns there is nowhere said.
     */
    Optional<List<OutputColumn>> parenthesized() {
      boolean shares = operands.stream().anyMatch(operand -> !operand.using().isEmpty());
      return shares ? Optional.empty() : star().map(OutputColumn::differentNames);
    }

    Joined with(Relation relation) {
      List<Operand> more = new ArrayList<>(operands);
      more.add(Operand.of(new One(relation)));
      return new Joined(more);
    }

    /** Returns the relation of a name that no parentheses are around. */
    List<Relation> outermost(String name) {
      return operands.stream()
          .map(Operand::sources)
          .filter(One.class::isInstance)
          .map(source -> ((One) source).relation())
          .filter(relation -> relation.is(name))
          .toList();
    }

    /** Where rows of the right side stand alone, a shared column is not that of the left. */
    private static boolean isReplaced(OutputColumn column, List<Operand> later) {
      return later.stream().anyMatch(Operand::keepsAllOfRight)
          && later.stream().anyMatch(operand -> operand.shares(column.name()));
    }

    private OutputColumn shared(String name) {
      Found found = find(name, relation -> relation.named(name).isPresent());
      return found.origins().size() == 1 && !found.merged()
          ? found.origins().get(0).named(name).orElseThrow()
          : OutputColumn.of(name);
    }
  }
}
