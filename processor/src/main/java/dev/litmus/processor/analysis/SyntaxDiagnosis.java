package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.rewrite.InCollections;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.ParsedStatement;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.grammar.Keywords;
import dev.litmus.processor.sql.grammar.SyntaxError;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What SQLite cannot parse: where, what could have stood there, and which keyword may be misspelt. */
final class SyntaxDiagnosis {

  private static final int MOST_EXPECTED = 10;

  /** Keywords that people give tables and columns for names; others are more likely misplaced. */
  private static final List<String> NOUNS = List.of(
      "add",
      "all",
      "alter",
      "case",
      "check",
      "commit",
      "constraint",
      "create",
      "default",
      "delete",
      "drop",
      "escape",
      "group",
      "index",
      "insert",
      "limit",
      "order",
      "primary",
      "references",
      "table",
      "to",
      "transaction",
      "union",
      "unique",
      "update",
      "values");

  private final Question question;
  private final ParsedQuery query;

  SyntaxDiagnosis(Question question) {
    this.question = question;
    this.query = question.query();
  }

  Problem error(Refusal refusal) {
    Optional<SyntaxError> error = query.statement().error();
    Span at = query.invalid().or(() -> error.map(SyntaxError::at)).orElseGet(() -> near(refusal));
    Optional<Repair> repair = query.invalid().isPresent() ? Optional.empty() : repair(at);
    Span shown = repair.map(Repair::word).orElse(at);
    String fact = shown.start() == shown.end()
        ? "the query ends where more is expected"
        : "syntax error at `" + query.textOf(shown) + "`";
    Problem problem = question.problem(ProblemCode.SYNTAX_ERROR, shown, fact);
    if (repair.isPresent()) {
      return problem.note(refusal.note()).suggest(repair.map(Repair::keyword));
    }
    List<String> expected = query.invalid().isPresent()
        ? List.of()
        : error.map(SyntaxError::expected).orElse(List.of());
    if (isKeywordForName(shown)) {
      return problem
          .note("`" + query.textOf(shown) + "` is a keyword of SQL")
          .help("write `\"" + query.textOf(shown) + "\"`, or choose another name");
    }
    Optional<String> in = query.parameters().stream()
        .filter(parameter -> parameter.span().equals(shown))
        .filter(new InCollections(query)::lacksParentheses)
        .map(parameter -> "write `IN (" + parameter.text() + ")`")
        .findFirst();
    if (in.isPresent()) {
      return problem.note(refusal.note()).help(in.get());
    }
    return expected.isEmpty()
        ? problem.note(refusal.note())
        : problem.evidence("expected " + listed(expected)).note(refusal.note());
  }

  /** A keyword that is meant as a name: in quotes, it makes the query right. */
  private boolean isKeywordForName(Span token) {
    String word = query.textOf(token);
    return word.matches("\\p{Alpha}+")
        && NOUNS.stream().anyMatch(word::equalsIgnoreCase)
        && with(token, "\"" + word + "\"").error().isEmpty();
  }

  private ParsedStatement with(Span token, String instead) {
    String text = query.text();
    return QueryParser.parse(
            text.substring(0, token.start()) + instead + text.substring(token.end()))
        .statement();
  }

  /** Our own parser had no objection: the token by the text that SQLite gives. */
  private Span near(Refusal refusal) {
    int end = query.statement().span().end();
    return query.tokens().stream()
        .filter(token -> !refusal.name().isEmpty() && query.textOf(token).equals(refusal.name()))
        .findFirst()
        .orElse(new Span(end, end));
  }

  /** Punctuation and keywords in backticks, kinds of things in words; what closes a parenthesis first. */
  private static String listed(List<String> expected) {
    List<String> shown = expected.stream()
        .sorted(Comparator.comparing(item -> !item.equals(")")))
        .map(item -> item.matches("[a-z ]+") ? item : "`" + item + "`")
        .limit(MOST_EXPECTED)
        .toList();
    String more = expected.size() > MOST_EXPECTED ? ", and others" : "";
    int last = shown.size() - 1;
    return !more.isEmpty() || last == 0
        ? String.join(", ", shown) + more
        : String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
  }

  /** A word and the keyword that makes the query right, or at least right beyond the place of the error. */
  private record Repair(Span word, String keyword) {}

  /** A misspelt keyword is taken for a name, so the error may come a token later. */
  private Optional<Repair> repair(Span at) {
    List<Span> before =
        query.tokens().stream().filter(token -> token.end() <= at.start()).toList();
    List<Span> suspects =
        new ArrayList<>(before.subList(Math.max(0, before.size() - 2), before.size()));
    suspects.add(at);
    for (boolean whole : new boolean[] {true, false}) {
      for (Span word : suspects) {
        Optional<String> keyword =
            keywords(word).stream().filter(k -> mends(word, k, at, whole)).findFirst();
        if (keyword.isPresent()) {
          return Optional.of(new Repair(word, keyword.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** A word that is a keyword already is not misspelt. */
  private List<String> keywords(Span word) {
    String text = query.textOf(word);
    boolean candidate = text.matches("\\p{Alpha}{2,}")
        && Keywords.common().stream().noneMatch(text::equalsIgnoreCase);
    return candidate ? Suggestions.near(text, Keywords.common()) : List.of();
  }

  private boolean mends(Span word, String keyword, Span at, boolean whole) {
    ParsedStatement statement = with(word, keyword);
    int reached = statement.error().map(error -> error.at().start()).orElse(Integer.MAX_VALUE);
    int grown = keyword.length() - (word.end() - word.start());
    return whole ? statement.error().isEmpty() : reached > at.end() + grown;
  }
}
