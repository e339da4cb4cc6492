package dev.litmus.processor.inference;

import dev.litmus.processor.function.FunctionTable;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.scope.NameResolver;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.value.Cardinality;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Infers what a statement yields. It goes over the statement twice: what the first round finds of parameters, {@code
 * coalesce(title, :title)}, the second uses for the results.
 */
public final class Inferrer {

  private final Subject subject;
  private final Assumptions assumptions;
  private final Constants constants;

  private Inferrer(Subject subject, Assumptions assumptions) {
    this.subject = subject;
    this.assumptions = assumptions;
    this.constants = new Constants(subject.schema());
  }

  /** Returns what the structure of a query says; nothing when it has none that we know. */
  public static Inference infer(Schema schema, ParsedQuery query, Assumptions assumptions) {
    Names names = query.tree().map(tree -> NameResolver.resolve(tree, schema)).orElse(Names.NONE);
    return infer(schema, query, names, assumptions);
  }

  /** Like {@link #infer(Schema, ParsedQuery, Assumptions)} when it is known what the names mean. */
  public static Inference infer(
      Schema schema, ParsedQuery query, Names names, Assumptions assumptions) {
    FunctionTable functions = ApplicationFacts.table(schema);
    return query
        .tree()
        .map(tree -> Subject.of(schema, functions, query.text(), tree, names))
        .map(subject -> new Inferrer(subject, assumptions).infer())
        .orElse(Inference.UNKNOWN);
  }

  private Inference infer() {
    Inference first = round(Map.of());
    Map<List<String>, Classes> parameters = new HashMap<>();
    for (ParameterFacts parameter : first.parameters()) {
      if (!parameter.path().isEmpty() && parameter.type() != SqlType.ANY) {
        parameters.put(parameter.path(), classes(parameter.type()));
      }
    }
    return parameters.isEmpty() ? first : round(parameters);
  }

  private static Classes classes(SqlType type) {
    return type == SqlType.NUMERIC ? Classes.NUMBER : Classes.of(StorageClass.valueOf(type.name()));
  }

  private Inference round(Map<List<String>, Classes> parameters) {
    Inferring inferring = new Inferring(
        subject,
        assumptions,
        parameters,
        new ParameterUses(),
        new NullableSets(),
        constants,
        new Inferring.Counter());
    Optional<List<Value>> columns = Optional.empty();
    Optional<Storing> storing = Optional.empty();
    if (subject.statement() instanceof Query query) {
      columns = inferring.queries().columns(query, Context.NOTHING);
    } else if (subject.statement() instanceof Change change) {
      ChangeInference.Changed changed = new ChangeInference(inferring, change).infer();
      columns = changed.columns();
      storing = changed.storing();
    }
    return new Inference(
        columns,
        rows(),
        inferring.uses().facts(),
        storing,
        inferring.nullableSets().all());
  }

  private Cardinality rows() {
    return subject.statement() instanceof Query || subject.statement() instanceof Change
        ? new RowCounts(subject).of(subject.statement())
        : Cardinality.of(Rows.MANY);
  }
}
