package dev.litmus.processor.analysis;

import dev.litmus.processor.rewrite.Edit;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Definition.CreateView;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Optional;

/**
 * SQLite looks at the body of a view only when the view is read. The same body as a common table is looked at at once:
 * {@code CREATE VIEW v (a) AS SELECT 1} becomes {@code WITH "v" (a) AS (SELECT 1) SELECT * FROM "v"}.
 */
final class ViewBody {

  private ViewBody() {}

  /** Returns the edits that make a query of a CREATE VIEW; none for other statements. */
  static List<Edit> reading(ParsedQuery query) {
    Optional<CreateView> view =
        query.tree().filter(CreateView.class::isInstance).map(CreateView.class::cast);
    return view.map(ViewBody::edits).orElse(List.of());
  }

  private static List<Edit> edits(CreateView view) {
    String name = SqlName.quoted(view.name().name().name());
    int start = view.span().start();
    int end = view.query().span().end();
    return List.of(
        new Edit(new Span(start, view.name().span().end()), "WITH " + name),
        Edit.insert(view.query().span().start(), "("),
        Edit.insert(end, ") SELECT * FROM " + name));
  }
}
