package dev.litmus.runtime.internal.dynamic;

import dev.litmus.runtime.internal.sql.SqlSpan;
import dev.litmus.runtime.internal.sql.Token;
import dev.litmus.runtime.internal.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Finds {@code :name}, {@code @name} and {@code $name}, and {@code :record.component} as one. */
final class NamedParameters {

  private NamedParameters() {}

  static List<NamedParameter> find(String sql, Words words) throws RefusedSqlException {
    List<NamedParameter> found = new ArrayList<>();
    for (int place = 0; place < words.size(); place++) {
      Token token = words.token(place);
      if (token.kind() != TokenKind.PARAMETER) {
        continue;
      }
      List<String> path = new ArrayList<>();
      path.add(name(token.text(sql)));
      boolean opensSet = words.keyword(place - 2).equals("IN") && words.isOperator(place - 1, "(");
      while (leadsOn(words, place)) {
        place += 2;
        path.add(words.token(place).text(sql));
      }
      found.add(new NamedParameter(
          List.copyOf(path),
          new SqlSpan(token.start(), words.token(place).end()),
          opensSet && words.isOperator(place + 1, ")")));
    }
    return List.copyOf(found);
  }

  private static boolean leadsOn(Words words, int place) {
    return words.isOperator(place + 1, ".")
        && words.touchesNext(place)
        && words.touchesNext(place + 1)
        && words.token(place + 2).kind() == TokenKind.WORD;
  }

  private static String name(String parameter) throws RefusedSqlException {
    String name = parameter.substring(1);
    if (parameter.charAt(0) == '?') {
      throw new RefusedSqlException(
          "`" + parameter + "` has no name", "Write `:name`, and give the value under that name");
    }
    boolean isName = Character.isJavaIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    if (!isName) {
      throw new RefusedSqlException(
          "`" + parameter + "` is no name of a parameter",
          "Write a name of Java behind the colon: `:name`, `:record.component`");
    }
    return name;
  }
}
