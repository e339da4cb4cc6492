package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chains as people write them, of which nothing is to be said. */
class GoodChainsTest {

  static Stream<List<String>> chains() {
    return Stream.of(
        List.of("""
            CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id REFERENCES customers (id) ON DELETE CASCADE);
            CREATE VIEW names AS SELECT name FROM customers;
            """, """
            -- Up
            PRAGMA foreign_keys = OFF;
            PRAGMA legacy_alter_table = ON;
            ALTER TABLE customers RENAME TO customers_old;
            CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, mail TEXT);
            INSERT INTO customers (id, name) SELECT id, name FROM customers_old;
            DROP TABLE customers_old;
            -- Down
            PRAGMA legacy_alter_table = ON;
            ALTER TABLE customers RENAME TO customers_new;
            CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);
            INSERT INTO customers SELECT id, name FROM customers_new;
            DROP TABLE customers_new;
            """, """
            -- Up
            ALTER TABLE customers RENAME TO people;
            -- Down
            ALTER TABLE people RENAME TO customers;
            """),
        List.of("""
            -- Up
            CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
            CREATE TABLE orders (
              id INTEGER PRIMARY KEY, -- the number on the invoice
              customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
              total REAL
            );
            CREATE INDEX orders_by_customer ON orders (customer_id);
            -- Down
            DROP TABLE orders;
            DROP TABLE customers;
            """, """
            -- Up
            CREATE TABLE orders_new (
              id INTEGER PRIMARY KEY,
              customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
              total REAL NOT NULL DEFAULT 0
            );
            INSERT INTO orders_new (id, customer_id, total)
            SELECT id, customer_id, coalesce(total, 0) FROM orders;
            DROP TABLE orders;
            ALTER TABLE orders_new RENAME TO orders;
            CREATE INDEX orders_by_customer ON orders (customer_id);
            -- Down
            CREATE TABLE orders_old (
              id INTEGER PRIMARY KEY,
              customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE, total REAL);
            INSERT INTO orders_old SELECT id, customer_id, total FROM orders;
            DROP TABLE orders;
            ALTER TABLE orders_old RENAME TO orders;
            CREATE INDEX orders_by_customer ON orders (customer_id);
            """),
        List.of("""
            CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, author TEXT);
            CREATE TABLE log (line TEXT);
            """, """
            -- Up
            CREATE TABLE authors AS SELECT DISTINCT author AS name FROM notes WHERE author IS NOT NULL;
            CREATE UNIQUE INDEX authors_by_name ON authors (name);
            -- Down
            DROP TABLE authors;
            """, """
            -- Up
            CREATE TRIGGER notes_ai AFTER INSERT ON notes BEGIN
              INSERT INTO log VALUES ('a note; of ' || new.id || ';');
              UPDATE notes SET text = coalesce(text, ';') WHERE id = new.id;
            END;
            -- Down
            DROP TRIGGER notes_ai;
            """),
        List.of("""
            -- Up
            CREATE TABLE prices (
              net INTEGER NOT NULL,
              tax INTEGER NOT NULL DEFAULT 0,
              gross INTEGER GENERATED ALWAYS AS (net + tax) VIRTUAL,
              code TEXT AS (net || '/' || tax) STORED
            );
            CREATE TABLE tags (name TEXT NOT NULL, note_id INT NOT NULL, PRIMARY KEY (name, note_id)) WITHOUT ROWID;
            CREATE TABLE sizes (id INTEGER PRIMARY KEY, width REAL NOT NULL, any_thing ANY) STRICT;
            CREATE UNIQUE INDEX wide ON sizes (width) WHERE width > 10;
            -- Down
            DROP TABLE sizes;
            DROP TABLE tags;
            DROP TABLE prices;
            """, """
            -- Up
            ALTER TABLE prices ADD COLUMN half AS (net / 2);
            ALTER TABLE tags ADD COLUMN colour TEXT NOT NULL DEFAULT 'red' CHECK (colour <> '');
            ALTER TABLE sizes ADD COLUMN height REAL;
            CREATE INDEX high ON sizes (height) WHERE height IS NOT NULL;
            -- Down
            DROP INDEX high;
            ALTER TABLE sizes DROP COLUMN height;
            ALTER TABLE tags DROP COLUMN colour;
            ALTER TABLE prices DROP COLUMN half;
            """),
        List.of("""
            CREATE TABLE people (id INTEGER PRIMARY KEY, "full name" TEXT, boss INTEGER REFERENCES people (id));
            CREATE TABLE rooms (number TEXT PRIMARY KEY, owner INTEGER REFERENCES people);
            CREATE VIEW bosses AS SELECT boss AS id FROM people WHERE boss IS NOT NULL;
            """, """
            -- Up
            CREATE VIEW boss_names AS SELECT p."full name" FROM people p JOIN bosses USING (id);
            CREATE VIEW boss_count AS SELECT count(*) AS n FROM boss_names;
            -- Down
            DROP VIEW boss_count;
            DROP VIEW boss_names;
            """, """
            -- Up
            ALTER TABLE people RENAME COLUMN "full name" TO name;
            ALTER TABLE people RENAME TO persons;
            -- Down
            ALTER TABLE persons RENAME TO people;
            ALTER TABLE people RENAME COLUMN name TO "full name";
            """),
        List.of("""
            -- Up
            CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
            INSERT INTO settings VALUES ('theme', 'dark'), ('language', 'de');
            -- Down
            DROP TABLE settings;
            """, """
            -- Up
            INSERT INTO settings VALUES ('size', '12') ON CONFLICT DO NOTHING;
            -- Down
            DELETE FROM settings WHERE name = 'size';
            """));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void nothingIsSaid(List<String> chain, @TempDir Path root) throws Exception {
    assertThat(Chain.texts(Chain.prove(root, chain.toArray(String[]::new)))).isEmpty();
  }

  static Stream<String> ownSchemas() {
    return Stream.of("app", "chat", "code", "imagegen");
  }

  @ParameterizedTest
  @MethodSource("ownSchemas")
  void nothingIsSaidOfTheExampleApplication(String database) throws Exception {
    assertThat(Chain.texts(
            Chain.proveFolder(Path.of("../migrations").toAbsolutePath().normalize(), database)))
        .isEmpty();
  }

  static Stream<Path> goodCases() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/test/cases").toAbsolutePath(), 4)) {
      return folders
          .filter(folder -> folder.getParent().endsWith("migrations"))
          .filter(
              folder -> folder.toString().contains("good") || folder.toString().contains("_shop"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("goodCases")
  void nothingIsSaidOfTheGoodCases(Path folder) throws Exception {
    // What needs functions of the application cannot be migrated without its code.
    if (!folder.toString().contains("functions")) {
      assertThat(Chain.texts(
              Chain.proveFolder(folder.getParent(), folder.getFileName().toString())))
          .isEmpty();
    }
  }
}
