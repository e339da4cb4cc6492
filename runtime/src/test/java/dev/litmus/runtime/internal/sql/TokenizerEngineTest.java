package dev.litmus.runtime.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * Behind {@code RELEASE a} SQLite accepts nothing, and its error quotes the first token it meets: so for every text it
 * tells where that token ends and whether it knows it.
 */
class TokenizerEngineTest {

  private static final String[] PIECES = {
    "'", "''", "\"", "`", "[", "]", "x'", "ab", "c", "\n", " ", "\u000B", "\uFEFF", "?", ":", "@",
    "$", "#", "::", "(", ")", "1", "_", ".", "e", "0x", "ü", "->", ">", "<", "=", "!", "|", "\\",
    "{", "-", "/", "*", "--", "/*", "*/"
  };

  @Test
  void firstTokenIsTheOneThatSqliteNames() throws SQLException {
    Random random = new Random(7);
    int compared = 0;
    try (Connection connection = new JDBC4Connection("jdbc:sqlite:", "", new Properties())) {
      for (int round = 0; round < 10_000; round++) {
        String sql = " " + randomText(random);
        List<Token> tokens =
            Tokenizer.tokenize(sql).stream().filter(token -> !token.isComment()).toList();
        String error = error(connection, "RELEASE a" + sql);
        if (tokens.isEmpty()) {
          assertThat(error).as(sql).isEmpty();
          continue;
        }
        Token first = tokens.get(0);
        assertThat(error).as(sql).contains('"' + first.text(sql) + '"');
        if (!isRefusedLater(first.text(sql))) {
          assertThat(first.kind() == TokenKind.INVALID)
              .as(sql)
              .isEqualTo(error.contains("unrecognized token"));
        }
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(7_000);
  }

  /** SQLite's parser, not its tokenizer, refuses registers and misplaced digit separators. */
  private static boolean isRefusedLater(String token) {
    return token.startsWith("#") || (token.matches("[0-9.].*") && token.contains("_"));
  }

  private static String randomText(Random random) {
    return random
        .ints(1 + random.nextInt(6), 0, PIECES.length)
        .mapToObj(i -> PIECES[i])
        .collect(Collectors.joining());
  }

  private static String error(Connection connection, String sql) {
    try {
      connection.prepareStatement(sql).close();
      return "";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
