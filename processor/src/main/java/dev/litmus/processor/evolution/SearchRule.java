package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Definition.CreateTrigger;
import dev.litmus.processor.sql.tree.Definition.CreateTrigger.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQLite creates an index for full-text search whatever it is told of the table that the index reads, and fills it with
 * nothing. What is wrong shows when somebody searches, or deletes a row.
 */
final class SearchRule {

  private static final String ROWID_NAMES = "rowid|oid|_rowid_";

  private final List<Step> steps;
  private final SchemaText last;
  private final SearchIndex index;

  private SearchRule(List<Step> steps, SchemaText last, SearchIndex index) {
    this.steps = steps;
    this.last = last;
    this.index = index;
  }

  /**
   * Looks at the indexes that a migration creates, as far as they are there in the end: what a later migration has put
   * right is past.
   *
   * @param steps the migration, and those after it
   * @param last what the database consists of with the newest one
   */
  static List<Problem> check(List<Step> steps, SchemaText last) {
    List<SearchIndex> later = steps.stream()
        .skip(1)
        .flatMap(step -> SearchIndex.createdBy(step.statements()).stream())
        .toList();
    return SearchIndex.createdBy(steps.get(0).statements()).stream()
        .filter(index -> last.table(index.name()).isPresent())
        .filter(index -> later.stream().noneMatch(one -> one.name().equalsIgnoreCase(index.name())))
        .flatMap(index -> new SearchRule(steps, last, index).check().stream())
        .toList();
  }

  private List<Problem> check() {
    Optional<SchemaText.Piece> content = last.table(index.content());
    if (content.isEmpty()) {
      // The columns of a view are not known here.
      return last.pieces().containsKey("view `" + SqlName.key(index.content()) + "`")
          ? List.of()
          : List.of(at(
                  ProblemCode.SEARCH_CONTENT,
                  "the search index `" + index.name() + "` reads from `" + index.content()
                      + "`, which is no table")
              .suggest(Suggestions.nearest(
                  index.content(), last.tables().map(SchemaText.Piece::name).toList())));
    }
    Optional<Problem> columns = columns(content.get());
    return columns.isPresent()
        ? List.of(columns.get())
        : Stream.of(rowid(content.get()), unfilled(), triggers())
            .flatMap(Optional::stream)
            .toList();
  }

  private Optional<Problem> columns(SchemaText.Piece content) {
    List<String> named = new ArrayList<>(index.columns());
    index.rowid().filter(column -> !isRowid(column)).ifPresent(named::add);
    List<String> missing = named.stream()
        .filter(column -> !content.columns().containsKey(SqlName.key(column)))
        .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(at(
                ProblemCode.SEARCH_CONTENT,
                "the search index `" + index.name() + "` reads `" + missing.get(0) + "` from `"
                    + index.content() + "`, which has no such column")
            .evidence("columns of `" + index.content() + "`: "
                + String.join(", ", content.columns().keySet()))
            .suggest(Suggestions.nearest(missing.get(0), content.columns().keySet())));
  }

  private static boolean isRowid(String column) {
    return SqlName.key(column).matches(ROWID_NAMES);
  }

  /** Only a declared INTEGER PRIMARY KEY is kept by VACUUM. */
  private Optional<Problem> rowid(SchemaText.Piece content) {
    List<String> keys = content.columns().entrySet().stream()
        .filter(column -> column.getValue().contains(" PRIMARY KEY"))
        .map(column -> column.getKey())
        .toList();
    boolean numbered = keys.size() == 1
        && SqlName.key(content.columns().getOrDefault(keys.get(0), ""))
            .startsWith(keys.get(0) + " integer primary key");
    Optional<String> named = index.rowid().filter(column -> !isRowid(column)).map(SqlName::key);
    if (numbered && (named.isEmpty() || named.get().equals(keys.get(0)))) {
      return Optional.empty();
    }
    Problem problem = at(
            ProblemCode.SEARCH_ROWID,
            "the search index `" + index.name() + "` finds rows of `" + index.content()
                + "` by a number that may change")
        .note("VACUUM keeps the numbers of an INTEGER PRIMARY KEY, and no others");
    return Optional.of(
        numbered
            ? problem.help("write `content_rowid='" + keys.get(0) + "'`")
            : problem.help("give `" + index.content()
                + "` an INTEGER PRIMARY KEY, and name it in `content_rowid`"));
  }

  private Optional<Problem> unfilled() {
    boolean mayHaveRows = steps.get(0).before().table(index.content()).isPresent();
    boolean filled = steps.stream()
        .flatMap(step -> step.statements().stream())
        .flatMap(statement -> statement.as(Change.Insert.class).stream())
        .anyMatch(insert ->
            SqlName.key(insert.target().name().name().name()).equals(SqlName.key(index.name())));
    return !mayHaveRows || filled
        ? Optional.empty()
        : Optional.of(at(
                ProblemCode.SEARCH_NOT_FILLED,
                "the search index `" + index.name() + "` knows nothing of the rows that `"
                    + index.content() + "` has already")
            .help("add `INSERT INTO " + index.name() + " (" + index.name()
                + ") VALUES ('rebuild')`"));
  }

  private Optional<Problem> triggers() {
    Set<Event> missing = EnumSet.allOf(Event.class);
    last.pieces().values().stream()
        .filter(piece -> piece.kind().equals("trigger"))
        .flatMap(piece -> QueryParser.parse(piece.sql()).tree().stream())
        .filter(CreateTrigger.class::isInstance)
        .map(CreateTrigger.class::cast)
        .filter(this::keepsInStep)
        .forEach(trigger -> missing.remove(trigger.event()));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at(
                    ProblemCode.SEARCH_TRIGGERS,
                    "nothing tells the search index `" + index.name() + "` of "
                        + missing.stream().map(Enum::name).collect(Collectors.joining(", "))
                        + " on `"
                        + index.content() + "`")
                .help(
                    "add a trigger for each, as in https://sqlite.org/fts5.html#external_content_tables"));
  }

  private boolean keepsInStep(CreateTrigger trigger) {
    return SqlName.key(trigger.table().name().name()).equals(SqlName.key(index.content()))
        && trigger.body().stream()
            .filter(Change.class::isInstance)
            .map(change -> ((Change) change).target().name().name().name())
            .anyMatch(target -> SqlName.key(target).equals(SqlName.key(index.name())));
  }

  private Problem at(ProblemCode code, String fact) {
    return steps.get(0).problem(code, fact, index.statement().line());
  }
}
