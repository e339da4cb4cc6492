package dev.litmus.runtime.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

  /** One token that spans the whole text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '¶',
      value = {
        "WORD § SELECT",
        "WORD § _a$1",
        "WORD § größe",
        "WORD § 名前",
        "WORD § x",
        "WORD § xylophone",
        "WORD § a\uFEFFb",
        "QUOTED_IDENTIFIER § \"a\"\"b\"",
        "QUOTED_IDENTIFIER § `a``b`",
        "QUOTED_IDENTIFIER § [a \" ' b]",
        "QUOTED_IDENTIFIER § [[y]",
        "QUOTED_IDENTIFIER § \"\"",
        "STRING § 'it''s'",
        "STRING § ''",
        "STRING § '-- no comment; /* nor here */'",
        "BLOB § x'ab'",
        "BLOB § X'00fF'",
        "BLOB § x''",
        "INVALID § x'abc'",
        "INVALID § x'zz'",
        "INVALID § x'ab",
        "NUMBER § 0",
        "NUMBER § 12.5",
        "NUMBER § 5.",
        "NUMBER § .5",
        "NUMBER § 1e-3",
        "NUMBER § 1.e+5",
        "NUMBER § .5E7",
        "NUMBER § 0xFF",
        "NUMBER § 0Xa_b",
        "NUMBER § 1_000",
        "NUMBER § 1_0.0_1e1_0",
        "INVALID § 1__0",
        "INVALID § 1_",
        "INVALID § 1_.5",
        "INVALID § 1._5",
        "INVALID § 0x1_",
        "INVALID § 1abc",
        "INVALID § 1e",
        "INVALID § 0x",
        "INVALID § 0xFG",
        "INVALID § 1$",
        "PARAMETER § ?",
        "PARAMETER § ?12",
        "PARAMETER § :name",
        "PARAMETER § @name",
        "PARAMETER § $name",
        "PARAMETER § :1",
        "PARAMETER § :größe",
        "PARAMETER § $a::b",
        "PARAMETER § $a::b(c;d)",
        "PARAMETER § @::a",
        "PARAMETER § :a()",
        "INVALID § $a(b",
        "INVALID § :",
        "INVALID § @",
        "INVALID § #1",
        "OPERATOR § ->",
        "OPERATOR § ->>",
        "OPERATOR § ||",
        "OPERATOR § ==",
        "OPERATOR § =",
        "OPERATOR § !=",
        "OPERATOR § <>",
        "OPERATOR § <=",
        "OPERATOR § >=",
        "OPERATOR § <<",
        "OPERATOR § >>",
        "OPERATOR § &",
        "OPERATOR § ~",
        "OPERATOR § %",
        "OPERATOR § ;",
        "OPERATOR § .",
        "INVALID § !",
        "INVALID § ^",
        "INVALID § {",
        "INVALID § \\",
        "INVALID § 'open",
        "INVALID § 'open''",
        "INVALID § \"open",
        "INVALID § [open",
        "LINE_COMMENT § -- text 'x",
        "LINE_COMMENT § --",
        "BLOCK_COMMENT § /* a * / -- b */",
        "BLOCK_COMMENT § /**/",
        "BLOCK_COMMENT § /*/",
        "BLOCK_COMMENT § /* open",
      })
  void oneToken(TokenKind kind, String sql) {
    assertThat(Tokenizer.tokenize(sql)).containsExactly(new Token(kind, 0, sql.length()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '¶',
      value = {
        "a-b § WORD:a OPERATOR:- WORD:b",
        "a->>'$.b' § WORD:a OPERATOR:->> STRING:'$.b'",
        "1-- c § NUMBER:1 LINE_COMMENT:-- c",
        "t.a § WORD:t OPERATOR:. WORD:a",
        "t.5 § WORD:t NUMBER:.5",
        "1..5 § NUMBER:1. NUMBER:.5",
        "1e+ § INVALID:1e OPERATOR:+",
        "-1 § OPERATOR:- NUMBER:1",
        "?1a § PARAMETER:?1 WORD:a",
        ":a.b § PARAMETER::a OPERATOR:. WORD:b",
        "$a(b c) § INVALID:$a(b WORD:c OPERATOR:)",
        ":(a) § INVALID:: OPERATOR:( WORD:a OPERATOR:)",
        "/* § OPERATOR:/ OPERATOR:*",
        "x 'ab' § WORD:x STRING:'ab'",
        "ax'ab' § WORD:ax STRING:'ab'",
        "a<>=b § WORD:a OPERATOR:<> OPERATOR:= WORD:b",
        "a|||b § WORD:a OPERATOR:|| OPERATOR:| WORD:b",
        "[a]]b § QUOTED_IDENTIFIER:[a] INVALID:] WORD:b",
        "'a'\"b\" § STRING:'a' QUOTED_IDENTIFIER:\"b\"",
        "/*a*/*/ § BLOCK_COMMENT:/*a*/ OPERATOR:* OPERATOR:/",
      })
  void severalTokens(String sql, String expected) {
    assertThat(describe(sql)).isEqualTo(expected);
  }

  @Test
  void positionsCountUtf16UnitsAndSkipTheByteOrderMark() {
    String sql = "\uFEFFSELECT '😀',\r\n\t:a";

    assertThat(Tokenizer.tokenize(sql))
        .containsExactly(
            new Token(TokenKind.WORD, 1, 7),
            new Token(TokenKind.STRING, 8, 12),
            new Token(TokenKind.OPERATOR, 12, 13),
            new Token(TokenKind.PARAMETER, 16, 18));
  }

  @Test
  void lineCommentEndsBeforeTheLineFeed() {
    assertThat(describe("-- a\r\nb")).isEqualTo("LINE_COMMENT:-- a\r WORD:b");
  }

  @Test
  void verticalTabContinuesWhiteSpaceButDoesNotStartIt() {
    assertThat(describe("a \u000Bb")).isEqualTo("WORD:a WORD:b");
    assertThat(describe("a\u000Bb")).isEqualTo("WORD:a INVALID:\u000B WORD:b");
    assertThat(describe("a \uFEFF\u000Bb")).isEqualTo("WORD:a INVALID:\u000B WORD:b");
  }

  @Test
  void identifiersLoseTheirQuotes() {
    assertThat(identifier("\"a\"\"b\"")).isEqualTo("a\"b");
    assertThat(identifier("`a``b`")).isEqualTo("a`b");
    assertThat(identifier("[a\"\"b]")).isEqualTo("a\"\"b");
    assertThat(identifier("plain")).isEqualTo("plain");
    assertThatThrownBy(() -> identifier("'text'")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keywordsIgnoreTheCaseOfAsciiOnly() {
    assertThat(onlyToken("sElEcT").isKeyword("sElEcT", "SELECT")).isTrue();
    assertThat(onlyToken("selects").isKeyword("selects", "SELECT")).isFalse();
    assertThat(onlyToken("\"select\"").isKeyword("\"select\"", "SELECT")).isFalse();
    String kelvin = "\u212Aey";
    assertThat(onlyToken(kelvin).isKeyword(kelvin, "KEY")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t\f", "\uFEFF"})
  void nothingButWhiteSpace(String sql) {
    assertThat(Tokenizer.tokenize(sql)).isEmpty();
  }

  @Test
  void anyTextIsCoveredByTokensAndWhiteSpace() {
    Random random = new Random(20260101);
    for (int round = 0; round < 20_000; round++) {
      String sql = randomText(random);
      int position = 0;
      for (Token token : Tokenizer.tokenize(sql)) {
        assertThat(token.start()).as(sql).isGreaterThanOrEqualTo(position);
        assertThat(token.end()).as(sql).isGreaterThan(token.start());
        assertThat(sql.substring(position, token.start())).as(sql).matches("[\\s\uFEFF]*");
        position = token.end();
      }
      assertThat(position).as(sql).isLessThanOrEqualTo(sql.length());
      assertThat(sql.substring(position)).as(sql).matches("[\\s\uFEFF]*");
      assertThat(StatementSplitter.split(sql)).as(sql).allMatch(span -> span.start() < span.end());
    }
  }

  /** Minutes when one piece makes it quadratic, a second otherwise. */
  @Test
  @Timeout(60)
  void aMegabyteIsNoBurden() {
    for (String piece : List.of("[", "'a", "$a(", "/*", "x'1", "1_", "--\n", "::", ";END", "(")) {
      String sql = piece.repeat(1_000_000 / piece.length());
      assertThat(Tokenizer.tokenize(sql)).as(piece).isNotEmpty();
    }
  }

  /** Pieces that meet in surprising ways, in random order. */
  private static String randomText(Random random) {
    String[] pieces = {
      "'", "\"", "`", "[", "]", "x'", "--", "/*", "*/", "\n", "\r\n", " ", "\u000B", "\uFEFF", "\0",
      "?", ":", "@", "$", "#", "::", "(", ")", "1", "_", ".", "e", "0x", "f", "a", "ü", "\uD83D",
      ";", "END", "BEGIN", "CREATE", "TRIGGER", "TEMP", "EXPLAIN", "->", ">", "<", "=", "!", "|",
      "\\", "{"
    };
    return random
        .ints(random.nextInt(12), 0, pieces.length)
        .mapToObj(i -> pieces[i])
        .collect(Collectors.joining());
  }

  private static String describe(String sql) {
    return Tokenizer.tokenize(sql).stream()
        .map(token -> token.kind() + ":" + token.text(sql))
        .collect(Collectors.joining(" "));
  }

  private static Token onlyToken(String sql) {
    return Tokenizer.tokenize(sql).get(0);
  }

  private static String identifier(String sql) {
    return onlyToken(sql).identifier(sql);
  }
}
