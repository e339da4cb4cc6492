package dev.litmus.runtime.internal.sql;

/** What a {@link Token} is. White space is not a token. */
public enum TokenKind {
  /** A keyword or a bare identifier. Which of them it is depends on where it stands: most keywords may be names. */
  WORD,
  /** {@code "a"}, {@code `a`} or {@code [a]}. SQLite reads the first form as a string when no such name exists. */
  QUOTED_IDENTIFIER,
  /** {@code 'text'}. */
  STRING,
  /** {@code x'53514c'}. */
  BLOB,
  /** An unsigned integer or floating-point literal; a sign before it is an operator. */
  NUMBER,
  /** {@code ?}, {@code ?1}, {@code :name}, {@code @name}, {@code $name}, {@code $name::part(suffix)}. */
  PARAMETER,
  /** An operator, a parenthesis, a comma, a dot or a semicolon. */
  OPERATOR,
  /** {@code --} and the rest of the line, without the line feed that ends it. */
  LINE_COMMENT,
  /** From {@code /*} to its end, or to the end of the text when it has none, as SQLite takes it. */
  BLOCK_COMMENT,
  /** What SQLite answers with "unrecognized token". */
  INVALID
}
