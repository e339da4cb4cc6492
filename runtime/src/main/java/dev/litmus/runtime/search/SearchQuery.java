package dev.litmus.runtime.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a full-text search looks for: the right side of {@code MATCH}. What a person typed goes in as text, in which no
 * character has a special meaning; operators are methods. Every query but a {@link #raw} one is valid for every
 * tokenizer, unless {@link #in} names a column that the table does not have.
 *
 * <p>A word is what stands between spaces. What of it counts is for the tokenizer to say: for {@code unicode61}, the
 * default, {@code C++} is {@code c}, and {@code foo-bar} is {@code foo} directly followed by {@code bar}. A word of which
 * nothing counts is ignored beside others and finds nothing when it is alone. Words of several tokens, as {@code foo-bar}
 * is one, cannot be looked for in tables with {@code detail=none} or {@code detail=column}.
 *
 * <p>Immutable and safe for all threads. Two queries are equal when their expressions are.
 *
 * @see <a href="https://sqlite.org/fts5.html#full_text_query_syntax">FTS5's query syntax</a>
 */
public final class SearchQuery {

  /** What an expression is made of, and so where it needs parentheses. */
  private enum Form {
    NOTHING,
    TERM,
    TERMS,
    AND,
    OR,
    COMPOUND
  }

  /** SQLite's time grows with the square of the number of words: 50,000 take it many seconds. */
  private static final int MOST_WORDS = 1_000;

  /** SQLite's parser has a stack of 100, and each operator with a parenthesis behind it takes 3. */
  private static final int DEEPEST = 30;

  private static final SearchQuery NOTHING = new SearchQuery("\"\"", Form.NOTHING, 0);

  private final String expression;
  private final Form form;
  private final int depth;

  private SearchQuery(String expression, Form form, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("a search query of more than " + DEEPEST
          + " levels, which SQLite does not read. Combine like with like: a.and(b).and(c) is one"
          + " level, and so is a.not(b.or(c))");
    }
    this.expression = expression;
    this.form = form;
    this.depth = depth;
  }

  /**
   * Looks for texts that have every word, in any order.
   *
   * @param text what a person typed, anything at all. At most 1,000 different words of it count, so that a pasted book
   *     does not keep SQLite busy
   * @return the query, {@linkplain #isEmpty empty} when there is no word
   */
  public static SearchQuery words(String text) {
    return terms(quoted(SearchWords.of(text)).toList());
  }

  /**
   * Looks for texts that have at least one of the words.
   *
   * @param text what a person typed, anything at all. At most 1,000 different words of it count
   * @return the query, {@linkplain #isEmpty empty} when there is no word
   */
  public static SearchQuery anyWord(String text) {
    List<String> words = quoted(SearchWords.of(text)).toList();
    return words.size() < 2
        ? terms(words)
        : new SearchQuery(String.join(" OR ", words), Form.OR, 0);
  }

  /**
   * Looks for texts that have the words directly behind each other.
   *
   * @param text what a person typed, anything at all
   * @return the query, {@linkplain #isEmpty empty} when there is no word
   */
  public static SearchQuery phrase(String text) {
    List<String> words = SearchWords.of(text);
    return words.isEmpty() ? NOTHING : term(SearchWords.quote(String.join(" ", words)));
  }

  /**
   * Looks for what a person is still typing: every word, the last of them as the beginning of one.
   *
   * <p>With {@code porter} in the tokenizer the index has stems, {@code run} for {@code running}, and what is typed on the
   * way, {@code runni}, is the beginning of none. A table for search as you type is better off without it.
   *
   * @param text what was typed so far, anything at all. At most 1,000 different words of it count
   * @return the query, {@linkplain #isEmpty empty} when there is no word
   */
  public static SearchQuery startingWith(String text) {
    List<String> words = SearchWords.of(text);
    if (words.isEmpty()) {
      return NOTHING;
    }
    int last = words.size() - 1;
    String beginning = SearchWords.quote(words.get(last)) + " *";
    return terms(
        Stream.concat(quoted(words.subList(0, last)), Stream.of(beginning)).toList());
  }

  /**
   * Looks for texts of which a column starts with the words.
   *
   * @param text what a person typed, anything at all
   * @return the query, {@linkplain #isEmpty empty} when there is no word
   */
  public static SearchQuery atStart(String text) {
    SearchQuery phrase = phrase(text);
    return phrase.isEmpty() ? phrase : term("^ " + phrase.expression);
  }

  /**
   * Looks for texts that have all phrases near each other, in any order.
   *
   * @param distance how many tokens may stand between the end of the first and the start of the last, at least 0
   * @param phrases what a person typed, anything at all; those without a word are left out
   * @return the query, {@linkplain #isEmpty empty} when there is no word
   * @throws IllegalArgumentException when the distance is negative
   */
  public static SearchQuery near(int distance, String... phrases) {
    if (distance < 0) {
      throw new IllegalArgumentException("a distance of " + distance);
    }
    String near = Arrays.stream(phrases)
        .map(SearchQuery::phrase)
        .filter(phrase -> !phrase.isEmpty())
        .map(SearchQuery::expression)
        .collect(Collectors.joining(" "));
    return near.isEmpty() ? NOTHING : term("NEAR(" + near + ", " + distance + ")");
  }

  /**
   * Takes FTS5's own syntax. SQLite judges it when the query runs, and refuses what it cannot read with an exception. A
   * text within it is best made by {@link #phrase}: {@code raw("^ " + phrase(typed) + " *")}.
   *
   * @param expression an expression of FTS5; whatever stands in it, it stays one operand of what it is combined with
   * @return the query, {@linkplain #isEmpty empty} when the expression is blank
   * @throws IllegalArgumentException when a quote or parenthesis has no partner, or at a NUL, where FTS5 would stop
   *     reading
   */
  public static SearchQuery raw(String expression) {
    if (expression.isBlank()) {
      return NOTHING;
    }
    RawExpression.check(expression);
    return new SearchQuery(expression, Form.COMPOUND, 0);
  }

  /**
   * Looks for what both find.
   *
   * @param other another query
   * @return the query, {@linkplain #isEmpty empty} when one of them is
   * @throws IllegalArgumentException when it would have more than 30 levels
   */
  public SearchQuery and(SearchQuery other) {
    if (isEmpty() || other.isEmpty()) {
      return NOTHING;
    }
    // Side by side and not with AND, which finds nothing as soon as one side has no token.
    if (isTerms() && other.isTerms()) {
      return new SearchQuery(expression + " " + other.expression, Form.TERMS, 0);
    }
    return join(" AND ", Form.AND, other);
  }

  /**
   * Looks for what at least one of both finds.
   *
   * @param other another query
   * @return the query, {@linkplain #isEmpty empty} when both are
   * @throws IllegalArgumentException when it would have more than 30 levels
   */
  public SearchQuery or(SearchQuery other) {
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty() ? this : join(" OR ", Form.OR, other);
  }

  /**
   * Looks for what this query finds and the other does not.
   *
   * @param other what must not be found; an {@linkplain #isEmpty empty} one takes nothing away
   * @return the query, {@linkplain #isEmpty empty} when this one is
   * @throws IllegalArgumentException when it would have more than 30 levels
   */
  public SearchQuery not(SearchQuery other) {
    return isEmpty() || other.isEmpty() ? this : join(" NOT ", Form.COMPOUND, other);
  }

  /**
   * Looks in these columns alone. A column that is {@code UNINDEXED}, as the id of a chat is, belongs into the SQL: {@code
   * AND chat_id = :chatId}.
   *
   * @param columns names of columns of the table, at least one. A name that it does not have is an error of SQLite when
   *     the query runs
   * @return the query, {@linkplain #isEmpty empty} when this one is
   * @throws IllegalArgumentException when there is no column, a name has a NUL, or it would have more than 30 levels
   */
  public SearchQuery in(String... columns) {
    return filtered("", columns);
  }

  /**
   * Looks in all columns but these.
   *
   * @param columns names of columns of the table, at least one
   * @return the query, {@linkplain #isEmpty empty} when this one is
   * @throws IllegalArgumentException as {@link #in} does
   */
  public SearchQuery notIn(String... columns) {
    return filtered("- ", columns);
  }

  private SearchQuery filtered(String sign, String... columns) {
    String names = Arrays.stream(columns).map(SearchQuery::column).collect(Collectors.joining(" "));
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no column to look in");
    }
    return isEmpty()
        ? this
        : new SearchQuery(
            sign + "{" + names + "} : (" + expression + ")", Form.COMPOUND, depth + 1);
  }

  private static String column(String name) {
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a column's name has a NUL");
    }
    return SearchWords.quote(name);
  }

  /**
   * Whether there was no word to look for. An empty query finds nothing; where that means no search at all, an
   * application asks this first and shows everything.
   *
   * @return whether the query is empty
   */
  public boolean isEmpty() {
    return form == Form.NOTHING;
  }

  /**
   * Returns the query as FTS5 reads it, to be bound to the parameter behind {@code MATCH}.
   *
   * @return the expression; that of an empty query is valid too
   */
  public String expression() {
    return expression;
  }

  private static Stream<String> quoted(List<String> words) {
    return words.stream().distinct().limit(MOST_WORDS).map(SearchWords::quote);
  }

  private static SearchQuery term(String term) {
    return new SearchQuery(term, Form.TERM, 0);
  }

  private static SearchQuery terms(List<String> terms) {
    return switch (terms.size()) {
      case 0 -> NOTHING;
      case 1 -> term(terms.get(0));
      default -> new SearchQuery(String.join(" ", terms), Form.TERMS, 0);
    };
  }

  private boolean isTerms() {
    return form == Form.TERM || form == Form.TERMS;
  }

  private SearchQuery join(String operator, Form joined, SearchQuery other) {
    return new SearchQuery(
        operand(joined) + operator + other.operand(joined),
        joined,
        Math.max(depthIn(joined), other.depthIn(joined)));
  }

  private String operand(Form joined) {
    return standsIn(joined) ? expression : "(" + expression + ")";
  }

  private int depthIn(Form joined) {
    return standsIn(joined) ? depth : depth + 1;
  }

  private boolean standsIn(Form joined) {
    return form == Form.TERM || (form == joined && form != Form.COMPOUND);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SearchQuery query && expression.equals(query.expression);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }

  @Override
  public String toString() {
    return expression;
  }
}
