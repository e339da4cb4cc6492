package dev.litmus.processor.refute;

import static dev.litmus.processor.value.SqlType.INTEGER;
import static dev.litmus.processor.value.SqlType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each kind of row that breaks claims, and the smallest database that shows it. */
class HostileRowsTest {

  private static final String SHOP = """
      CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, email TEXT NOT NULL UNIQUE);
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY,
        customer_id INTEGER NOT NULL REFERENCES customers (id),
        status TEXT NOT NULL CHECK (status IN ('new', 'paid')),
        total REAL NOT NULL);
      CREATE TABLE lines (
        order_id INTEGER NOT NULL REFERENCES orders (id),
        number INTEGER NOT NULL,
        note TEXT,
        PRIMARY KEY (order_id, number)) WITHOUT ROWID;
      """;

  @Test
  void aColumnThatMayBeNullIs() {
    assertThat(
            Tried.on(SHOP, "SELECT name FROM customers WHERE email = ?", TEXT).whenNull(0))
        .containsExactly("customers: (id = 1, name = NULL, email = 'a')", "?1 = 'a'");
  }

  @Test
  void anOuterJoinFindsNothing() {
    String sql = "SELECT c.id, o.total FROM customers c LEFT JOIN orders o ON o.customer_id = c.id";
    assertThat(Tried.on(SHOP, sql).whenNull(1)).containsExactly("customers: (id = 1, email = 'a')");
    assertThat(Tried.on(SHOP, sql).whenNull(0)).isEmpty();
  }

  @Test
  void oneTableIsEmptyAndTheOtherIsNot() {
    String schema = "CREATE TABLE a (x TEXT NOT NULL); CREATE TABLE b (y TEXT NOT NULL);";
    assertThat(Tried.on(schema, "SELECT y FROM a LEFT JOIN b ON TRUE").whenNull(0))
        .containsExactly("a: (x = 'a')");
    assertThat(Tried.on(schema, "SELECT x FROM a RIGHT JOIN b ON TRUE").whenNull(0))
        .containsExactly("b: (y = 'a')");
  }

  @Test
  void anAggregateHasNoRows() {
    assertThat(Tried.on(SHOP, "SELECT sum(total) FROM orders").whenNull(0))
        .containsExactly("no rows in any table");
    assertThat(Tried.on(SHOP, "SELECT count(*), total(total) FROM orders").whenNull(1))
        .isEmpty();
  }

  @Test
  void rowsAreLinkedThroughSeveralTables() {
    String sql = "SELECT c.name FROM lines l JOIN orders o ON o.id = l.order_id"
        + " JOIN customers c ON c.id = o.customer_id WHERE o.status = 'paid'";
    assertThat(Tried.on(SHOP, sql).whenNull(0))
        .containsExactly(
            "customers: (id = 1, name = NULL, email = 'a')",
            "orders: (id = 1, customer_id = 1, status = 'paid', total = 1.5)",
            "lines: (order_id = 1, number = 1)");
  }

  @Test
  void oneColumnOfAKeyIsNotEnough() {
    assertThat(
            Tried.on(SHOP, "SELECT note FROM lines WHERE order_id = ?", INTEGER).whenMany())
        .containsExactly(
            "customers: (id = 1, email = 'a')",
            "orders: (id = 1, customer_id = 1, status = 'new', total = 1.5)",
            "lines: (order_id = 1, number = 1), (order_id = 1, number = 2)",
            "?1 = 1");
    assertThat(
            Tried.on(SHOP, "SELECT note FROM lines WHERE number = ?", INTEGER).whenMany())
        .containsExactly(
            "customers: (id = 1, email = 'a')",
            "orders: (id = 1, customer_id = 1, status = 'new', total = 1.5),"
                + " (id = 2, customer_id = 1, status = 'new', total = 1.5)",
            "lines: (order_id = 1, number = 1), (order_id = 2, number = 1)",
            "?1 = 1");
    String both = "SELECT note FROM lines WHERE order_id = ? AND number = ?";
    assertThat(Tried.on(SHOP, both, INTEGER, INTEGER).whenMany()).isEmpty();
  }

  @Test
  void textsThatDifferInCaseAloneAreTwo() {
    String sql = "SELECT id FROM customers WHERE email = ? COLLATE NOCASE";
    assertThat(Tried.on(SHOP, sql, TEXT).whenMany())
        .containsExactly("customers: (id = 1, email = 'a'), (id = 2, email = 'A')", "?1 = 'a'");
    String caseless =
        "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT COLLATE NOCASE UNIQUE)";
    assertThat(Tried.on(caseless, "SELECT id FROM users WHERE email = ?", TEXT).whenMany())
        .isEmpty();
  }

  @Test
  void textsThatDifferInSpacesAloneAreTwo() {
    String codes = "CREATE TABLE codes (code TEXT PRIMARY KEY)";
    String sql = "SELECT code FROM codes WHERE rtrim(code) = ?";
    assertThat(Tried.on(codes, sql, TEXT).whenMany())
        .containsExactly("codes: (code = 'a'), (code = 'a ')", "?1 = 'a'");
  }

  @Test
  void aUniqueKeyHasNullTwice() {
    String users = "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE)";
    Tried tried = Tried.on(users, "SELECT id FROM users WHERE email IS ?", TEXT);
    assertThat(tried.whenMany()).isEmpty();
    assertThat(tried.nullable().whenMany())
        .containsExactly("users: (id = 1, email = NULL), (id = 2, email = NULL)", "?1 = NULL");
    assertThat(Tried.on(users, "SELECT id FROM users WHERE email = ?", TEXT)
            .nullable()
            .whenMany())
        .isEmpty();
  }

  @Test
  void aPrimaryKeyIsNullUnlessSomethingForbidsIt() {
    String sql = "SELECT code FROM codes";
    assertThat(Tried.on("CREATE TABLE codes (code TEXT PRIMARY KEY)", sql).whenNull(0))
        .containsExactly("codes: (code = NULL)");
    assertThat(Tried.on("CREATE TABLE codes (code TEXT PRIMARY KEY) WITHOUT ROWID", sql)
            .whenNull(0))
        .isEmpty();
    assertThat(
            Tried.on("CREATE TABLE codes (code TEXT PRIMARY KEY) STRICT", sql).whenNull(0))
        .isEmpty();
    assertThat(Tried.on("CREATE TABLE codes (code INTEGER PRIMARY KEY)", sql).whenNull(0))
        .isEmpty();
  }

  @Test
  void aPartialIndexLeavesRowsOut() {
    String schema = """
        CREATE TABLE seats (id INTEGER PRIMARY KEY, owner TEXT NOT NULL, left_at TEXT);
        CREATE UNIQUE INDEX one_seat ON seats (owner) WHERE left_at IS NULL;
        """;
    assertThat(Tried.on(schema, "SELECT id FROM seats WHERE owner = ?", TEXT).whenMany())
        .containsExactly(
            "seats: (id = 1, owner = 'a'), (id = 2, owner = 'a', left_at = 'a')", "?1 = 'a'");
    String active = "SELECT id FROM seats WHERE owner = ? AND left_at IS NULL";
    assertThat(Tried.on(schema, active, TEXT).whenMany()).isEmpty();
  }

  @Test
  void anIndexOverAnExpressionTellsRowsApart() {
    String schema = """
        CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        CREATE UNIQUE INDEX one_tag ON tags (lower(name));
        """;
    assertThat(Tried.on(schema, "SELECT id FROM tags WHERE name LIKE ?", TEXT).whenMany())
        .containsExactly("tags: (id = 1, name = 'a'), (id = 2, name = 'a ')", "?1 = '%'");
    assertThat(
            Tried.on(schema, "SELECT id FROM tags WHERE lower(name) = ?", TEXT).whenMany())
        .isEmpty();
  }

  @Test
  void aGeneratedColumnIsNullWhereItsSourceIs() {
    String schema = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT,"
        + " b TEXT GENERATED ALWAYS AS (upper(a)) STORED)";
    assertThat(Tried.on(schema, "SELECT b FROM t").whenNull(0))
        .containsExactly("t: (id = 1, a = NULL)");
  }

  @Test
  void tablesThatLeadToOneAnotherAreFilled() {
    String schema = """
        CREATE TABLE teams (id INTEGER PRIMARY KEY, captain INTEGER REFERENCES players (id));
        CREATE TABLE players (id INTEGER PRIMARY KEY, team INTEGER REFERENCES teams (id), name TEXT);
        """;
    String sql = "SELECT p.name FROM teams t JOIN players p ON p.id = t.captain";
    assertThat(Tried.on(schema, sql).whenNull(0))
        .containsExactly("players: (id = 1, name = NULL)", "teams: (id = 1, captain = 1)");
  }

  @Test
  void deferredKeysThatNeedOneAnotherAreFilled() {
    String schema = """
        CREATE TABLE heads (id INTEGER PRIMARY KEY, body INTEGER NOT NULL
          REFERENCES bodies (id) DEFERRABLE INITIALLY DEFERRED, name TEXT);
        CREATE TABLE bodies (id INTEGER PRIMARY KEY, head INTEGER NOT NULL
          REFERENCES heads (id) DEFERRABLE INITIALLY DEFERRED);
        """;
    assertThat(Tried.on(schema, "SELECT name FROM heads").whenNull(0))
        .containsExactly("heads: (id = 1, body = 1, name = NULL)", "bodies: (id = 1, head = 1)");
    // No row without a body can be committed.
    String sql = "SELECT b.id FROM heads h LEFT JOIN bodies b ON b.id = h.body";
    assertThat(Tried.on(schema, sql).whenNull(0)).isEmpty();
  }

  @Test
  void aRowLeadsToItsOwnTable() {
    String schema = "CREATE TABLE items (id INTEGER PRIMARY KEY,"
        + " parent INTEGER NOT NULL REFERENCES items (id), name TEXT)";
    String sql = "SELECT p.name FROM items i JOIN items p ON p.id = i.parent";
    assertThat(Tried.on(schema, sql).whenNull(0))
        .containsExactly("items: (id = 1, parent = 1, name = NULL)");
  }

  @Test
  void viewsAreFilledThroughTheirTables() {
    String schema = SHOP + """
        CREATE VIEW paid (buyer, amount) AS
          SELECT name, total FROM orders JOIN customers ON customers.id = customer_id
          WHERE status = 'paid';
        CREATE VIEW buyers AS SELECT buyer AS who FROM paid;
        """;
    assertThat(Tried.on(schema, "SELECT who FROM buyers").whenNull(0))
        .containsExactly(
            "customers: (id = 1, name = NULL, email = 'a')",
            "orders: (id = 1, customer_id = 1, status = 'paid', total = 1.5)");
    assertThat(Tried.on(schema, "SELECT 1 FROM paid WHERE buyer = 'Ann' AND amount > 7")
            .whenMany())
        .containsExactly(
            "customers: (id = 1, name = 'Ann', email = 'a')",
            "orders: (id = 1, customer_id = 1, status = 'paid', total = 8.0),"
                + " (id = 2, customer_id = 1, status = 'paid', total = 8.0)");
  }

  @Test
  void triggersFillTables() {
    String schema = """
        CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT);
        CREATE TABLE changes (note INTEGER NOT NULL, was TEXT);
        CREATE TRIGGER noted AFTER INSERT ON notes BEGIN
          INSERT INTO changes VALUES (new.id, NULL);
        END;
        CREATE TRIGGER only_noted BEFORE INSERT ON changes
          WHEN NOT EXISTS (SELECT 1 FROM notes WHERE id = new.note) BEGIN
          SELECT raise(ROLLBACK, 'no such note');
        END;
        """;
    assertThat(Tried.on(schema, "SELECT was FROM changes").whenNull(0))
        .containsExactly("notes: (id = 1)");
  }

  @Test
  void whatTriggersAskForIsThere() {
    String schema = """
        CREATE TABLE allowed (name TEXT NOT NULL);
        CREATE TABLE users (name TEXT NOT NULL, note TEXT);
        CREATE TRIGGER only_allowed BEFORE INSERT ON users
          WHEN NOT EXISTS (SELECT 1 FROM allowed) BEGIN
          SELECT raise(ABORT, 'nobody is allowed');
        END;
        """;
    assertThat(Tried.on(schema, "INSERT INTO users (name) VALUES ('a') RETURNING note")
            .whenNull(0))
        .containsExactly("allowed: (name = 'a')");
  }

  @Test
  void fullTextSearchFindsItsRows() {
    String schema = "CREATE VIRTUAL TABLE mails USING fts5(title, body)";
    String sql = "SELECT body FROM mails WHERE mails MATCH ?";
    assertThat(Tried.on(schema, sql, TEXT).whenNull(0))
        .containsExactly("mails: (rowid = 1, title = 'a', body = NULL)", "?1 = 'a'");
    assertThat(Tried.on(schema, "SELECT body FROM mails WHERE mails MATCH 'big AND sale'")
            .whenMany())
        .containsExactly("mails: (rowid = 1, body = 'big sale'), (rowid = 2, body = 'big sale')");
  }

  @Test
  void anIndexOfOutsideTextsIsBuiltOrFed() {
    String content = "CREATE TABLE posts (id INTEGER PRIMARY KEY, body TEXT, author TEXT);"
        + "CREATE VIRTUAL TABLE found USING fts5(body, content='posts', content_rowid='id');";
    String sql = "SELECT p.author FROM found f JOIN posts p ON p.id = f.rowid WHERE found MATCH ?";
    assertThat(Tried.on(content, sql, TEXT).whenNull(0))
        .containsExactly(
            "posts: (id = 1, body = 'a', author = NULL)", "found: (found = 'rebuild')", "?1 = 'a'");
    String fed = content + "CREATE TRIGGER feed AFTER INSERT ON posts BEGIN"
        + " INSERT INTO found (rowid, body) VALUES (new.id, new.body); END;";
    assertThat(Tried.on(fed, sql, TEXT).whenNull(0))
        .containsExactly("posts: (id = 1, body = 'a', author = NULL)", "?1 = 'a'");
  }

  @Test
  void rectanglesAreFilled() {
    String schema = "CREATE VIRTUAL TABLE areas USING rtree(id, least, most, +name)";
    assertThat(Tried.on(schema, "SELECT name FROM areas WHERE least >= 0").whenNull(0))
        .containsExactly("areas: (id = 1, name = NULL)");
  }
}
