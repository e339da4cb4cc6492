package dev.litmus.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.problem.ProblemText;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of a schema makes that schema again, and is compared as people left it. */
class SnapshotTest {

  @TempDir
  private Path folder;

  static Stream<Path> chains() throws IOException {
    return Stream.concat(
        folders(Path.of("../migrations"), 2), folders(Path.of("src/test/cases"), 5));
  }

  /** Folders that have migrations: {@code …/migrations/<schema>/<file>.sql}. */
  private static Stream<Path> folders(Path root, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(root, depth)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(Path::getParent)
          .filter(found -> found.getParent().endsWith("migrations"))
          .distinct()
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void allChainsAreLookedAt() throws IOException {
    assertThat(chains().map(path -> path.getFileName().toString()))
        .contains("app", "chat", "code", "imagegen", "shop");
    assertThat(chains().count()).isGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void theTextOfASchemaMakesItAgain(Path chain) throws Exception {
    Optional<Schema> migrated = Schemas.migrated(chain);
    if (migrated.isEmpty()) {
      return; // the case of a chain that fails
    }
    try (Schema made = migrated.get();
        Schema again = SchemaScript.run(made.name(), Snapshot.text(made), made.application())) {
      assertThat(SchemaDiff.between(made, again)).isEmpty();
      assertThat(Snapshot.text(again)).isEqualTo(Snapshot.text(made));
    }
  }

  @Test
  void aSchemaReadsLikeThis() throws Exception {
    try (Schema schema = Schemas.script("""
        CREATE VIEW dear AS SELECT o.id, c.name FROM "orders" o LEFT JOIN customers AS c ON c.id = o.customer_id
          WHERE total > 10 AND o.id IN (SELECT id FROM orders WHERE total IS DISTINCT FROM 1) ORDER BY total;
        create table if not exists orders (id integer primary key, -- its number
          "customer_id" TEXT not null references "customers" ( id ) on delete cascade, [order] TEXT,
          total REAL DEFAULT "none", check (total>0), UNIQUE(customer_id, "order")) strict;
        CREATE INDEX b ON orders (total) WHERE total > 5;
        CREATE UNIQUE INDEX a ON "orders" ("order");
        CREATE TABLE customers (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
        CREATE VIRTUAL TABLE search USING fts5(name, content='customers');
        CREATE TRIGGER kept AFTER UPDATE OF total ON "orders" WHEN new.total = CASE WHEN 1 THEN 2 END BEGIN
          UPDATE "customers" SET name = 'x' WHERE id = new.customer_id; DELETE FROM orders; END;
        """)) {
      assertThat(Snapshot.text(schema)).isEqualTo("""
          -- What the migrations of `shop` make. Written by `litmus snapshot`: write migrations instead.

          CREATE TABLE customers (
            id TEXT PRIMARY KEY,
            name TEXT
          ) WITHOUT ROWID;

          CREATE TABLE orders (
            id integer PRIMARY KEY,
            customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
            "order" TEXT,
            total REAL DEFAULT "none",
            CHECK (total > 0),
            UNIQUE (customer_id, "order")
          ) STRICT;

          CREATE UNIQUE INDEX a ON orders ("order");
          CREATE INDEX b ON orders (total) WHERE total > 5;

          CREATE TRIGGER kept AFTER UPDATE OF total ON orders WHEN new.total = CASE WHEN 1 THEN 2 END BEGIN
            UPDATE customers
            SET name = 'x'
            WHERE id = new.customer_id;
            DELETE FROM orders;
          END;

          CREATE VIRTUAL TABLE search USING fts5(name, content='customers');

          CREATE VIEW dear AS
          SELECT o.id, c.name
          FROM orders o
          LEFT JOIN customers AS c ON c.id = o.customer_id
          WHERE total > 10 AND o.id IN (SELECT id FROM orders WHERE total IS NOT 1)
          ORDER BY total;
          """);
    }
  }

  @Test
  void theOrderOfMigrationsDoesNotShow() throws Exception {
    try (Schema one =
            Schemas.script("CREATE TABLE a (x); CREATE TABLE b (y); CREATE INDEX i ON b (y);");
        Schema other =
            Schemas.script("CREATE TABLE b (y); CREATE INDEX i ON b (y); CREATE TABLE a (x);")) {
      assertThat(Snapshot.text(other)).isEqualTo(Snapshot.text(one));
    }
  }

  @Test
  void aFileThatIsTheSameIsNoProblemWhateverItsLineEnds() throws Exception {
    try (Schema schema = Schemas.script("CREATE TABLE a (x);")) {
      Path file = folder.resolve("shop.sql");
      Files.writeString(file, Snapshot.text(schema).replace("\n", "\r\n"));
      assertThat(Snapshot.check(schema, folder, Schemas.HERE)).isEmpty();

      Files.writeString(file, Snapshot.text(schema).replace("x", "y"));
      assertThat(ProblemText.render(Snapshot.check(schema, folder, Schemas.HERE).orElseThrow()))
          .contains(
              "shop.sql` is not what the migrations make", "\n  -  y\n  +  x\n", "--to " + folder);
    }
  }

  @Test
  void aLongDifferenceIsCut() throws Exception {
    try (Schema schema = Schemas.script("CREATE TABLE a (x);")) {
      Files.writeString(folder.resolve("shop.sql"), "-- old\n".repeat(40));
      assertThat(ProblemText.render(Snapshot.check(schema, folder, Schemas.HERE).orElseThrow()))
          .contains("\n  … and 25 lines more\n");
    }
  }

  @Test
  void aFileThatIsNotUtf8IsSaidToBeNone() throws Exception {
    try (Schema schema = Schemas.script("CREATE TABLE a (x);")) {
      Files.write(folder.resolve("shop.sql"), new byte[] {(byte) 0xFF});
      assertThat(ProblemText.render(Snapshot.check(schema, folder, Schemas.HERE).orElseThrow()))
          .contains("is not UTF-8");
      Files.delete(folder.resolve("shop.sql"));
      Files.createDirectory(folder.resolve("shop.sql"));
      assertThat(ProblemText.render(Snapshot.check(schema, folder, Schemas.HERE).orElseThrow()))
          .contains("cannot be read");
    }
  }
}
