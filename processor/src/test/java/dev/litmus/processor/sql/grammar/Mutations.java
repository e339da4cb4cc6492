package dev.litmus.processor.sql.grammar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Statements with something wrong in them, made from right ones; the same for the same seed. */
final class Mutations {

  private static final String[] PIECES = {
    "(",
    ")",
    ",",
    ".",
    ";",
    "*",
    "+",
    "-",
    "~",
    "||",
    "->",
    "=",
    "<>",
    "<",
    "&",
    "NOT",
    "NULL",
    "AND",
    "OR",
    "IN",
    "IS",
    "LIKE",
    "BETWEEN",
    "ESCAPE",
    "COLLATE",
    "CASE",
    "WHEN",
    "THEN",
    "ELSE",
    "END",
    "CAST",
    "EXISTS",
    "SELECT",
    "VALUES",
    "FROM",
    "WHERE",
    "GROUP",
    "BY",
    "HAVING",
    "ORDER",
    "LIMIT",
    "OFFSET",
    "UNION",
    "ALL",
    "DISTINCT",
    "AS",
    "ON",
    "USING",
    "JOIN",
    "LEFT",
    "NATURAL",
    "INDEXED",
    "WITH",
    "RECURSIVE",
    "MATERIALIZED",
    "INSERT",
    "INTO",
    "REPLACE",
    "DEFAULT",
    "UPDATE",
    "SET",
    "DELETE",
    "RETURNING",
    "CONFLICT",
    "DO",
    "NOTHING",
    "CREATE",
    "TABLE",
    "TEMP",
    "IF",
    "INDEX",
    "VIEW",
    "TRIGGER",
    "BEGIN",
    "OF",
    "FOR",
    "EACH",
    "ROW",
    "PRIMARY",
    "KEY",
    "UNIQUE",
    "CHECK",
    "REFERENCES",
    "FOREIGN",
    "CONSTRAINT",
    "DEFERRABLE",
    "INITIALLY",
    "GENERATED",
    "ALWAYS",
    "WITHOUT",
    "STRICT",
    "ADD",
    "COLUMN",
    "DROP",
    "RENAME",
    "TO",
    "WINDOW",
    "OVER",
    "FILTER",
    "PARTITION",
    "ROWS",
    "RANGE",
    "GROUPS",
    "UNBOUNDED",
    "PRECEDING",
    "FOLLOWING",
    "CURRENT",
    "EXCLUDE",
    "TIES",
    "RAISE",
    "IGNORE",
    "PRAGMA",
    "n",
    "orders",
    "\"n\"",
    "[n]",
    "`n`",
    "'n'",
    "1",
    "1.5",
    "x'00'",
    ":p",
    "?",
    "NULLS",
    "FIRST",
    "ASC",
    "EXPLAIN",
    "QUERY",
    "PLAN",
    "ISNULL",
    "MATCH",
    "VACUUM",
    "ATTACH",
    "ROLLBACK"
  };

  private static final String NOISE = "'\"`[]()#@$:?!%^&{}\\|;,.-/*~0x_é\u00a0\t\n\0";

  private final List<String> originals;
  private final Random random;

  Mutations(List<String> originals, long seed) {
    this.originals = List.copyOf(originals);
    this.random = new Random(seed);
  }

  String next() {
    String sql = pick(originals);
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      sql = change(sql);
    }
    // Half a character of two units would be a question mark to SQLite.
    return new String(sql.getBytes(UTF_8), UTF_8);
  }

  private String change(String sql) {
    List<Span> tokens = QueryParser.parse(sql).tokens();
    if (tokens.isEmpty()) {
      return sql;
    }
    List<String> texts = new ArrayList<>();
    tokens.forEach(token -> texts.add(sql.substring(token.start(), token.end())));
    int i = random.nextInt(texts.size());
    switch (random.nextInt(10)) {
      case 0 -> texts.remove(i);
      case 1 -> {
        int j = random.nextInt(texts.size());
        String text = texts.get(i);
        texts.set(i, texts.get(j));
        texts.set(j, text);
      }
      case 2 -> texts.add(i, texts.get(i));
      case 3 -> texts.set(i, PIECES[random.nextInt(PIECES.length)]);
      case 4 -> texts.add(i, PIECES[random.nextInt(PIECES.length)]);
      case 5 -> {
        return sql.substring(0, random.nextInt(sql.length()));
      }
      case 6 -> {
        int at = random.nextInt(sql.length());
        char noise = NOISE.charAt(random.nextInt(NOISE.length()));
        return sql.substring(0, at) + noise + sql.substring(at + random.nextInt(2));
      }
      case 7 -> {
        int end = i + 1 + random.nextInt(texts.size() - i);
        String piece = String.join(" ", texts.subList(i, end));
        texts.set(i, nested(piece));
        texts.subList(i + 1, end).clear();
      }
      case 8 -> {
        texts.subList(i, texts.size()).clear();
        texts.add(tail(pick(originals)));
      }
      default -> texts.set(i, texts.get(random.nextInt(texts.size())));
    }
    return String.join(" ", texts);
  }

  private String nested(String piece) {
    return switch (random.nextInt(5)) {
      case 0 -> "(" + piece + ")";
      case 1 -> "(SELECT " + piece + ")";
      case 2 -> "CASE WHEN " + piece + " THEN " + piece + " END";
      case 3 -> "NOT " + piece;
      default -> "f(" + piece + ", " + piece + ")";
    };
  }

  /** The end of another statement. */
  private String tail(String other) {
    List<Span> tokens = QueryParser.parse(other).tokens();
    return tokens.isEmpty()
        ? ""
        : other.substring(tokens.get(random.nextInt(tokens.size())).start());
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
