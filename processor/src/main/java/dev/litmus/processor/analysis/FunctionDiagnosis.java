package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.schema.Functions;
import dev.litmus.processor.sql.tree.Expression.Call;
import java.sql.SQLException;
import java.util.List;

/** Functions that are not there, or take another number of arguments. */
final class FunctionDiagnosis {

  private final Question question;

  FunctionDiagnosis(Question question) {
    this.question = question;
  }

  List<Problem> explain(Refusal refusal) throws SQLException {
    Functions functions = question.schema().functions();
    boolean unknown = refusal.kind() == Refusal.Kind.FUNCTION;
    return question
        .query()
        .all(Call.class)
        .filter(call -> call.function().is(refusal.name()))
        .filter(call ->
            unknown || !functions.accepts(refusal.name(), call.arguments().size()))
        .findFirst()
        .map(call -> List.of(unknown ? unknown(call, functions) : arguments(call, functions)))
        .orElse(List.of());
  }

  private Problem unknown(Call call, Functions functions) {
    String name = call.function().name();
    return question
        .problem(
            ProblemCode.UNKNOWN_FUNCTION,
            call.function().span(),
            "SQLite has no function `" + name + "`")
        .suggest(Suggestions.nearest(name, functions.names()));
  }

  private Problem arguments(Call call, Functions functions) {
    String name = call.function().name();
    int count = call.arguments().size();
    return question.problem(
        ProblemCode.WRONG_ARGUMENTS,
        call.function().span(),
        "`" + name + "` takes " + functions.arguments(name) + ", not "
            + (count == 0 ? "none" : count));
  }
}
