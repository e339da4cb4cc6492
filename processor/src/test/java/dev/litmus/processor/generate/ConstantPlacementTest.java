package dev.litmus.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConstantPlacementTest {

  @Test
  void eachConstantMovesAboveTheJavadocOfItsMethod() {
    String source = """
        final class Impl {
          private static final SqlStatement ONE = SqlStatement.of("Repo.one", \"""
              SELECT 1\""");

          private static final app.SqlStatement TWO = app.SqlStatement.of("Repo.two", \"""
              SELECT 2
              FROM orders\""");

          private final SqliteDatabase database;

          /**
           * %s
           * Reads no table.
           */
          int one() {
          }

          /**
           * %s
           * Reads orders.
           */
          int two() {
          }
        }
        """.formatted(ConstantPlacement.mark("ONE"), ConstantPlacement.mark("TWO"));

    assertThat(ConstantPlacement.place(source, List.of("ONE", "TWO"))).isEqualTo("""
        final class Impl {
          private final SqliteDatabase database;

          private static final SqlStatement ONE = SqlStatement.of("Repo.one", \"""
              SELECT 1\""");

          /**
           * Reads no table.
           */
          int one() {
          }

          private static final app.SqlStatement TWO = app.SqlStatement.of("Repo.two", \"""
              SELECT 2
              FROM orders\""");

          /**
           * Reads orders.
           */
          int two() {
          }
        }
        """);
  }

  @Test
  void sqlThatLooksLikeAConstantOrAMarkIsLeftAlone() {
    String source = """
        final class Impl {
          private static final SqlStatement ONE = SqlStatement.of("Repo.one", \"""
              SELECT '
              private static final SqlStatement TWO = SqlStatement.of(
              @place TWO
              '\""");

          private static final SqlStatement TWO = SqlStatement.of("Repo.two", \"""
              SELECT 2\""");

          private final SqliteDatabase database;

          /**
           * %s
           */
          int one() {
          }

          /**
           * %s
           */
          int two() {
          }
        }
        """.formatted(ConstantPlacement.mark("ONE"), ConstantPlacement.mark("TWO"));

    String placed = ConstantPlacement.place(source, List.of("ONE", "TWO"));

    assertThat(placed.indexOf("SELECT '"))
        .isBetween(placed.indexOf("database;"), placed.indexOf("int one()"));
    assertThat(placed.indexOf("SELECT 2"))
        .isBetween(placed.indexOf("int one()"), placed.indexOf("int two()"));
    assertThat(placed).containsOnlyOnce("@place");
  }
}
