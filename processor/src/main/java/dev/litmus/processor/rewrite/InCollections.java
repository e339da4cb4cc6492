package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParameterReference;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.Span;
import dev.litmus.processor.sql.Word;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a collection can stand: {@code x IN (:ids)}, {@code x NOT IN (:ids)}. Found by the tokens around it. */
public final class InCollections {

  /** What a whole operand of an IN can follow; before AND there must be no BETWEEN. */
  private static final Set<String> BEFORE_AN_OPERAND =
      Set.of("where", "and", "or", "when", "then", "else", "having", "select", "(", ",");

  private final ParsedQuery query;

  public InCollections(ParsedQuery query) {
    this.query = query;
  }

  /** Returns the place of a parameter that stands alone in the parentheses of an IN. */
  public Optional<InPlace> placeOf(ParameterReference parameter) {
    int first = firstToken(parameter);
    int last = lastToken(parameter);
    if (!is(first - 1, "(") || !is(first - 2, "in") || !is(last + 1, ")")) {
      return Optional.empty();
    }
    Span list = Span.covering(query.tokens().get(first - 1), query.tokens().get(last + 1));
    int behindOperand = is(first - 3, "not") ? first - 3 : first - 2;
    return Optional.of(new InPlace(list, column(behindOperand)));
  }

  /** Tells whether a parameter stands behind IN as a table does, {@code x IN :ids}, which SQLite has no meaning for. */
  public boolean lacksParentheses(ParameterReference parameter) {
    return is(firstToken(parameter) - 1, "in");
  }

  /** Tells whether a parameter shares the parentheses of an IN with other items, {@code x IN (1, :ids)}. */
  public boolean isOneOfSeveral(ParameterReference parameter) {
    int depth = 0;
    for (int at = firstToken(parameter) - 1; at > 0; at--) {
      if (is(at, ")")) {
        depth++;
      } else if (is(at, "(") && depth-- == 0) {
        return is(at - 1, "in") && placeOf(parameter).isEmpty();
      }
    }
    return false;
  }

  /** Returns what stands before a parameter, in lower case: {@code =}. */
  public String before(ParameterReference parameter) {
    return text(firstToken(parameter) - 1);
  }

  /** The column that ends before a token, unless it is only the last piece of a longer operand. */
  private Optional<Word> column(int end) {
    return query.words().stream()
        .filter(word -> word.position() == end - 1)
        .filter(word -> isWholeOperand(firstToken(word)))
        .findFirst();
  }

  private static int firstToken(Word word) {
    return word.qualifier().map(InCollections::firstToken).orElse(word.position());
  }

  private boolean isWholeOperand(int start) {
    boolean between = query.words().stream().anyMatch(word -> word.is("BETWEEN"));
    return start > 0
        && BEFORE_AN_OPERAND.contains(text(start - 1))
        && !(between && is(start - 1, "and"));
  }

  private int firstToken(ParameterReference parameter) {
    int at = 0;
    while (query.tokens().get(at).start() < parameter.span().start()) {
      at++;
    }
    return at;
  }

  private int lastToken(ParameterReference parameter) {
    int at = firstToken(parameter);
    while (query.tokens().get(at).end() < parameter.span().end()) {
      at++;
    }
    return at;
  }

  private boolean is(int token, String text) {
    return text(token).equals(text);
  }

  private String text(int token) {
    return token >= 0 && token < query.tokens().size()
        ? query.textOf(query.tokens().get(token)).toLowerCase(Locale.ROOT)
        : "";
  }
}
