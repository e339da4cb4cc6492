package dev.litmus.processor.inference;

import dev.litmus.processor.function.FunctionFacts;
import dev.litmus.processor.function.FunctionTable;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.Meaning;
import dev.litmus.processor.scope.NameResolver;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The statement that is looked at, with what its names mean.
 *
 * @param text the text that spans point into
 * @param uses every column name of an expression, by its place
 */
record Subject(
    Schema schema,
    FunctionTable functions,
    String text,
    Statement statement,
    Names names,
    Map<Span, ColumnUse> uses) {

  static Subject of(
      Schema schema, FunctionTable functions, String text, Statement statement, Names names) {
    Map<Span, ColumnUse> uses = new HashMap<>();
    names.columns().forEach(use -> uses.put(use.name().span(), use));
    return new Subject(schema, functions, text, statement, names, uses);
  }

  /** Returns the statement that makes a view; empty when its structure is not known. */
  static Optional<Subject> ofView(Subject user, Table view) {
    return QueryParser.parse(view.sql())
        .tree()
        .filter(Definition.CreateView.class::isInstance)
        .map(tree -> of(
            user.schema(),
            user.functions(),
            view.sql(),
            tree,
            NameResolver.resolve(tree, user.schema())));
  }

  /** Returns the query of a view's statement, or the statement itself. */
  Statement query() {
    return statement instanceof Definition.CreateView view ? view.query() : statement;
  }

  /** Returns what a name means; empty when that is unclear. */
  Optional<ColumnUse> use(ColumnName name) {
    return Optional.ofNullable(uses.get(name.span()));
  }

  boolean isAlias(ColumnName name) {
    return use(name).filter(use -> use.meaning().kind() == Meaning.Kind.ALIAS).isPresent();
  }

  /** Returns what a name takes its value from; empty when that is not one thing. */
  Optional<Relation> origin(ColumnName name) {
    return use(name)
        .map(ColumnUse::meaning)
        .filter(Meaning::isOneColumn)
        .map(meaning -> meaning.origins().get(0));
  }

  /** Returns the function that is called; empty when it is not known. */
  Optional<FunctionFacts> function(Expression.Call call) {
    return functions.find(
        call.function().name(), call.star() ? 0 : call.arguments().size());
  }

  /** Tells whether a name is no column but a string, or TRUE or FALSE. */
  boolean isNoColumn(ColumnName name) {
    return use(name).filter(use -> use.meaning().kind() == Meaning.Kind.NOTHING).isPresent();
  }

  /** Returns the value of TRUE or FALSE, which are names to the grammar. */
  Optional<Boolean> truth(Expression expression) {
    return expression instanceof ColumnName name
            && name.table().isEmpty()
            && name.name().quote() == Identifier.Quote.NONE
            && (name.name().is("true") || name.name().is("false"))
            && isNoColumn(name)
        ? Optional.of(name.name().is("true"))
        : Optional.empty();
  }

  String textOf(Expression expression) {
    return text.substring(expression.span().start(), expression.span().end());
  }
}
