package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** A statement that changes rows. */
public sealed interface Change extends Statement {

  Optional<With> with();

  Source.Table target();

  List<ResultTerm> returning();

  /**
   * INSERT and REPLACE.
   *
   * @param onConflict {@code INSERT OR …}; REPLACE is {@code INSERT OR REPLACE}
   * @param columns empty when all are meant
   * @param rows empty for {@code DEFAULT VALUES}
   * @see <a href="https://sqlite.org/lang_insert.html">INSERT</a>
   */
  record Insert(
      Span span,
      Optional<With> with,
      Optional<ConflictAction> onConflict,
      Source.Table target,
      List<Identifier> columns,
      Optional<Query> rows,
      List<Upsert> upserts,
      List<ResultTerm> returning)
      implements Change {
    public Insert {
      columns = List.copyOf(columns);
      upserts = List.copyOf(upserts);
      returning = List.copyOf(returning);
    }

    @Override
    public List<Node> children() {
      return Node.list(with, target, columns, rows, upserts, returning);
    }
  }

  /**
   * UPDATE.
   *
   * @see <a href="https://sqlite.org/lang_update.html">UPDATE</a>
   */
  record Update(
      Span span,
      Optional<With> with,
      Optional<ConflictAction> onConflict,
      Source.Table target,
      List<Assignment> assignments,
      Optional<From> from,
      Optional<Expression> where,
      List<ResultTerm> returning,
      List<OrderingTerm> orderBy,
      Optional<Limit> limit)
      implements Change {
    public Update {
      assignments = List.copyOf(assignments);
      returning = List.copyOf(returning);
      orderBy = List.copyOf(orderBy);
    }

    @Override
    public List<Node> children() {
      return Node.list(with, target, assignments, from, where, returning, orderBy, limit);
    }
  }

  /**
   * DELETE.
   *
   * @see <a href="https://sqlite.org/lang_delete.html">DELETE</a>
   */
  record Delete(
      Span span,
      Optional<With> with,
      Source.Table target,
      Optional<Expression> where,
      List<ResultTerm> returning,
      List<OrderingTerm> orderBy,
      Optional<Limit> limit)
      implements Change {
    public Delete {
      returning = List.copyOf(returning);
      orderBy = List.copyOf(orderBy);
    }

    @Override
    public List<Node> children() {
      return Node.list(with, target, where, returning, orderBy, limit);
    }
  }
}
