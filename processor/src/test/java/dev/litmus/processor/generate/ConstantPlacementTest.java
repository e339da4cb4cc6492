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
  void aConstantIsNotTakenForOneWhoseNameItEnds() {
    String source =
        """
        final class Impl {
          private static final SqlStatement RE_FIND = SqlStatement.of("Repo.reFind", \"""
              SELECT 2\""");

          private static final SqlStatement FIND = SqlStatement.of("Repo.find", \"""
              SELECT 1\""");

          private final SqliteDatabase database;

          /**
           * %s
           */
          int find() {
          }

          /**
           * %s
           */
          int reFind() {
          }
        }
        """.formatted(ConstantPlacement.mark("FIND"), ConstantPlacement.mark("RE_FIND"));

    String placed = ConstantPlacement.place(source, List.of("FIND", "RE_FIND"));

    assertThat(placed.indexOf("SELECT 1"))
        .isBetween(placed.indexOf("database;"), placed.indexOf("int find()"));
    assertThat(placed.indexOf("SELECT 2"))
        .isBetween(placed.indexOf("int find()"), placed.indexOf("int reFind()"));
  }
}
