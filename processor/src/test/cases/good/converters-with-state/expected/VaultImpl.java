package app;

import dev.litmus.runtime.Batch;
import dev.litmus.runtime.Columns;
import dev.litmus.runtime.Conversions;
import dev.litmus.runtime.JsonArrays;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetQuery;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.RowCollector;
import dev.litmus.runtime.RowStream;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.Transaction;
import dev.litmus.runtime.TransactionMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * The queries of {@link Vault} on the database {@code vault}, checked against its migrations up to version 1.
 * Safe for all threads.
 */
@Generated("dev.litmus.processor.LitmusProcessor")
public final class VaultImpl implements Vault {
  private static final Owner.Column COLUMN = new Owner.Column();

  private final SqliteDatabase database;

  private final SecretConverter secretConverter;

  private final PinMask pinMask;

  /**
   * Creates the repository on an open database of its schema, whose settings have its converters.
   */
  public VaultImpl(SqliteDatabase database) {
    this.database = database;
    this.secretConverter = database.converter(SecretConverter.class);
    this.pinMask = database.converter(PinMask.class);
  }

  private static final SqlStatement ADD = SqlStatement.of("Vault.add", """
      INSERT INTO secrets (name, secret, pin, owner) VALUES (?, ?, ?, ?) RETURNING *""");

  /**
   * Changes secrets.
   *
   * <pre>
   * INSERT INTO secrets (name, secret, pin, owner) VALUES (:e.name, :e.secret, :e.pin, :e.owner) RETURNING *
   * </pre>
   */
  @Override
  public Entry add(Entry e) {
    try (Transaction transaction = database.begin();
        PreparedStatement statement = database.write(ADD)) {
      statement.setString(1, e.name());
      statement.setString(2, Conversions.toColumn(secretConverter, e.secret().orElse(null)));
      statement.setObject(3, Conversions.toColumn(pinMask, e.pin()));
      statement.setString(4, Conversions.toColumn(COLUMN, e.owner()));
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(ADD);
      }
      Entry result = readEntry(row);
      if (row.next()) {
        throw database.nonUniqueRow(ADD);
      }
      transaction.commit();
      return result;
    } catch (SQLException e_) {
      throw database.failure(ADD, e_);
    }
  }

  private static final SqlStatement ADD_ALL = SqlStatement.of("Vault.addAll", """
      INSERT INTO secrets (name, secret, owner) VALUES (?, ?, ?)""");

  /**
   * Changes secrets.
   *
   * <pre>
   * INSERT INTO secrets (name, secret, owner) VALUES (:items.name, :items.secret, :owner)
   * </pre>
   */
  @Override
  public int addAll(List<Vault.Item> items, Owner owner) {
    Batch batch = database.batch(ADD_ALL);
    try (batch) {
      for (Vault.Item item : items) {
        PreparedStatement statement = batch.next(item);
        statement.setString(1, item.name());
        statement.setString(2, Conversions.toColumn(secretConverter, item.secret()));
        statement.setString(3, Conversions.toColumn(COLUMN, owner));
        batch.changed(statement.executeLargeUpdate());
      }
      return batch.finishInt();
    } catch (SQLException | RuntimeException e) {
      throw batch.failure(e);
    }
  }

  private static final SqlStatement ADD_OF_ANN = SqlStatement.of("Vault.addOfAnn", """
      INSERT INTO secrets (name, secret, owner) VALUES (?, ?, 'ANN') RETURNING secret""");

  /**
   * Changes secrets.
   *
   * <pre>
   * INSERT INTO secrets (name, secret, owner) VALUES (:items.name, :items.secret, 'ANN') RETURNING secret
   * </pre>
   */
  @Override
  public List<Secret> addOfAnn(List<Vault.Item> items) {
    Batch batch = database.batch(ADD_OF_ANN);
    try (batch) {
      List<Secret> result = new ArrayList<>();
      for (Vault.Item item : items) {
        PreparedStatement statement = batch.next(item);
        statement.setString(1, item.name());
        statement.setString(2, Conversions.toColumn(secretConverter, item.secret()));
        ResultSet row = statement.executeQuery();
        while (row.next()) {
          result.add(Conversions.fromColumn(secretConverter, row.getString(1), row, 1));
        }
        batch.done();
      }
      batch.finish();
      return result;
    } catch (SQLException | RuntimeException e) {
      throw batch.failure(e);
    }
  }

  private static final SqlStatement CHANGE = SqlStatement.of("Vault.change", """
      UPDATE secrets SET secret = ? WHERE name = ?""");

  /**
   * Changes secrets.
   *
   * <pre>
   * UPDATE secrets SET secret = :secretConverter WHERE name = :row
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING INDEX sqlite_autoindex_secrets_1 (name=?)
   * </pre>
   */
  @Override
  public boolean change(String row, Secret secretConverter_) {
    try (PreparedStatement statement = database.write(CHANGE)) {
      statement.setString(1, Conversions.toColumn(secretConverter, secretConverter_));
      statement.setString(2, row);
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      throw database.failure(CHANGE, e);
    }
  }

  private static final SqlStatement REMOVE = SqlStatement.of("Vault.remove", """
      DELETE FROM secrets WHERE secret = ? RETURNING secret, name""");

  /**
   * Changes secrets.
   *
   * <pre>
   * DELETE FROM secrets WHERE secret = :secret RETURNING secret, name
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING INDEX sqlite_autoindex_secrets_2 (secret=?)
   * </pre>
   */
  @Override
  public Optional<Vault.Item> remove(Secret secret) {
    try (Transaction transaction = database.begin();
        PreparedStatement statement = database.write(REMOVE)) {
      statement.setString(1, Conversions.toColumn(secretConverter, secret));
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        transaction.commit();
        return Optional.empty();
      }
      Optional<Vault.Item> result = Optional.of(readItem(row));
      if (row.next()) {
        throw database.nonUniqueRow(REMOVE);
      }
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(REMOVE, e);
    }
  }

  private static final SqlStatement ENTRY = SqlStatement.of("Vault.entry", """
      SELECT * FROM secrets WHERE name = ?""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT * FROM secrets WHERE name = :name
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING INDEX sqlite_autoindex_secrets_1 (name=?)
   * </pre>
   */
  @Override
  public Entry entry(String name) {
    try (PreparedStatement statement = database.read(ENTRY)) {
      statement.setString(1, name);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(ENTRY);
      }
      Entry result = readEntry(row);
      if (row.next()) {
        throw database.nonUniqueRow(ENTRY);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(ENTRY, e);
    }
  }

  private static final SqlStatement FIND = SqlStatement.of("Vault.find", """
      SELECT * FROM secrets WHERE name = ?""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT * FROM secrets WHERE name = :name
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING INDEX sqlite_autoindex_secrets_1 (name=?)
   * </pre>
   */
  @Override
  public Optional<Entry> find(String name) {
    try (PreparedStatement statement = database.read(FIND)) {
      statement.setString(1, name);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      Optional<Entry> result = Optional.of(readEntry(row));
      if (row.next()) {
        throw database.nonUniqueRow(FIND);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(FIND, e);
    }
  }

  private static final SqlStatement SECRET = SqlStatement.of("Vault.secret", """
      SELECT secret FROM secrets WHERE name = ?""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT secret FROM secrets WHERE name = :name
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING INDEX sqlite_autoindex_secrets_1 (name=?)
   * </pre>
   */
  @Override
  public Secret secret(String name) {
    try (PreparedStatement statement = database.read(SECRET)) {
      statement.setString(1, name);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(SECRET);
      }
      Secret result = Conversions.fromColumn(secretConverter, row.getString(1), row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(SECRET);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(SECRET, e);
    }
  }

  private static final SqlStatement NAME = SqlStatement.of("Vault.name", """
      SELECT name FROM secrets WHERE secret = ?""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT name FROM secrets WHERE secret = :secret
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING INDEX sqlite_autoindex_secrets_2 (secret=?)
   * </pre>
   */
  @Override
  public Optional<String> name(Secret secret) {
    try (PreparedStatement statement = database.read(NAME)) {
      statement.setString(1, Conversions.toColumn(secretConverter, secret));
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      Optional<String> result = Optional.ofNullable(row.getString(1));
      if (row.next()) {
        throw database.nonUniqueRow(NAME);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(NAME, e);
    }
  }

  private static final SqlStatement NAMES = SqlStatement.of("Vault.names", """
      SELECT name FROM secrets WHERE secret IN (SELECT +value FROM json_each(?)) ORDER BY id""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT name FROM secrets WHERE secret IN (:secrets) ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING INDEX sqlite_autoindex_secrets_2 (secret=?)
   * LIST SUBQUERY 1
   *   SCAN json_each VIRTUAL TABLE INDEX 1:
   * USE TEMP B-TREE FOR ORDER BY
   * </pre>
   */
  @Override
  public List<String> names(Collection<Secret> secrets) {
    try (PreparedStatement statement = database.read(NAMES)) {
      statement.setString(1, JsonArrays.of("secrets", secrets, secretConverter));
      ResultSet row = statement.executeQuery();
      List<String> result = new ArrayList<>();
      while (row.next()) {
        result.add(row.getString(1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(NAMES, e);
    }
  }

  private static final SqlStatement WITH_PINS = SqlStatement.of("Vault.withPins", """
      SELECT name FROM secrets WHERE pin IN (SELECT +value FROM json_each(?)) ORDER BY id""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT name FROM secrets WHERE pin IN (:pins) ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * LIST SUBQUERY 1
   *   SCAN json_each VIRTUAL TABLE INDEX 1:
   *   CREATE BLOOM FILTER
   * </pre>
   */
  @Override
  public List<String> withPins(Set<Long> pins) {
    try (PreparedStatement statement = database.read(WITH_PINS)) {
      statement.setString(1, JsonArrays.of("pins", pins, pinMask));
      ResultSet row = statement.executeQuery();
      List<String> result = new ArrayList<>();
      while (row.next()) {
        result.add(row.getString(1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(WITH_PINS, e);
    }
  }

  private static final SqlStatement PIN = SqlStatement.of("Vault.pin", """
      SELECT pin FROM secrets WHERE name = ?""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT pin FROM secrets WHERE name = :name
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING INDEX sqlite_autoindex_secrets_1 (name=?)
   * </pre>
   */
  @Override
  public Optional<Long> pin(String name) {
    try (PreparedStatement statement = database.read(PIN)) {
      statement.setString(1, name);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      Optional<Long> result = Optional.ofNullable(Conversions.fromColumn(pinMask, Columns.getLong(row, 1), row, 1));
      if (row.next()) {
        throw database.nonUniqueRow(PIN);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(PIN, e);
    }
  }

  private static final SqlStatement NESTED = SqlStatement.of("Vault.nested", """
      SELECT name, secret AS "inner.secret" FROM secrets ORDER BY id""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT name, secret AS "inner.secret" FROM secrets ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public List<Vault.Found> nested() {
    try (PreparedStatement statement = database.read(NESTED)) {
      ResultSet row = statement.executeQuery();
      List<Vault.Found> result = new ArrayList<>();
      while (row.next()) {
        result.add(readFound(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(NESTED, e);
    }
  }

  private static final SqlStatement OWNERS = SqlStatement.of("Vault.owners", """
      SELECT id, owner FROM secrets ORDER BY id""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT id, owner FROM secrets ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public List<Vault.Named> owners() {
    try (PreparedStatement statement = database.read(OWNERS)) {
      ResultSet row = statement.executeQuery();
      List<Vault.Named> result = new ArrayList<>();
      while (row.next()) {
        result.add(readNamed(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(OWNERS, e);
    }
  }

  private static final SqlStatement STREAM_OF_OWNERS = SqlStatement.of("Vault.streamOfOwners", """
      SELECT id, owner FROM secrets ORDER BY id""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT id, owner FROM secrets ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public Stream<Vault.Named> streamOfOwners() {
    RowStream<Vault.Named> result = database.stream(STREAM_OF_OWNERS, VaultImpl::readNamed);
    try {
      return result.open();
    } catch (SQLException e) {
      throw result.failure(e);
    }
  }

  private static final SqlStatement ALL = SqlStatement.of("Vault.all", """
      SELECT secret FROM secrets WHERE secret IS NOT NULL""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT secret FROM secrets WHERE secret IS NOT NULL
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING COVERING INDEX sqlite_autoindex_secrets_2 (secret&gt;?)
   * </pre>
   */
  @Override
  public Set<Secret> all() {
    try (PreparedStatement statement = database.read(ALL)) {
      ResultSet row = statement.executeQuery();
      Set<Secret> result = new LinkedHashSet<>();
      while (row.next()) {
        result.add(Conversions.fromColumn(secretConverter, row.getString(1), row, 1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(ALL, e);
    }
  }

  private static final SqlStatement BY_NAME = SqlStatement.of("Vault.byName", """
      SELECT name, secret FROM secrets""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT name, secret FROM secrets
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public Map<String, Secret> byName() {
    try (PreparedStatement statement = database.read(BY_NAME)) {
      ResultSet row = statement.executeQuery();
      Map<String, Secret> result = new LinkedHashMap<>();
      while (row.next()) {
        var key = Columns.require(row, 1, row.getString(1));
        if (result.containsKey(key)) {
          throw database.duplicateKey(BY_NAME);
        }
        result.put(key, Conversions.fromColumn(secretConverter, row.getString(2), row, 2));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(BY_NAME, e);
    }
  }

  private static final SqlStatement BY_SECRET = SqlStatement.of("Vault.bySecret", """
      SELECT secret, name FROM secrets WHERE secret IS NOT NULL""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT secret, name FROM secrets WHERE secret IS NOT NULL
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public Map<Secret, Vault.Item> bySecret() {
    try (PreparedStatement statement = database.read(BY_SECRET)) {
      ResultSet row = statement.executeQuery();
      Map<Secret, Vault.Item> result = new LinkedHashMap<>();
      while (row.next()) {
        var key = Columns.require(row, 1, Conversions.fromColumn(secretConverter, row.getString(1), row, 1));
        if (result.containsKey(key)) {
          throw database.duplicateKey(BY_SECRET);
        }
        result.put(key, readItem(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(BY_SECRET, e);
    }
  }

  private static final SqlStatement STREAM = SqlStatement.of("Vault.stream", """
      SELECT name, secret AS "inner.secret" FROM secrets ORDER BY id""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT name, secret AS "inner.secret" FROM secrets ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public Stream<Vault.Found> stream() {
    RowStream<Vault.Found> result = database.stream(STREAM, this::readFound);
    try {
      return result.open();
    } catch (SQLException e) {
      throw result.failure(e);
    }
  }

  private static final SqlStatement STREAM_OF_SECRETS = SqlStatement.of("Vault.streamOfSecrets", """
      SELECT secret FROM secrets ORDER BY id""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT secret FROM secrets ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public Stream<Secret> streamOfSecrets() {
    RowStream<Secret> result = database.stream(STREAM_OF_SECRETS, row -> Conversions.fromColumn(secretConverter, row.getString(1), row, 1));
    try {
      return result.open();
    } catch (SQLException e) {
      throw result.failure(e);
    }
  }

  private static final SqlStatement PAGE = SqlStatement.of("Vault.page", """
      SELECT * FROM secrets WHERE secret <> ? ORDER BY id LIMIT ? OFFSET ?""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT * FROM secrets WHERE secret &lt;&gt; :other ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public Page<Entry> page(Secret other, PageRequest page) {
    try (Transaction transaction = database.begin(TransactionMode.READ);
        PreparedStatement statement = database.read(PAGE)) {
      statement.setString(1, Conversions.toColumn(secretConverter, other));
      statement.setInt(2, page.limit());
      statement.setLong(3, page.offset());
      ResultSet row = statement.executeQuery();
      List<Entry> items = new ArrayList<>();
      while (row.next()) {
        items.add(readEntry(row));
      }
      long total = page.isLast(items.size()) ? page.offset() + items.size() : countPage(other);
      Page<Entry> result = new Page<>(items, total, page.limit(), page.offset());
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(PAGE, e);
    }
  }

  private static final SqlStatement COUNT_PAGE = SqlStatement.of("Vault.page", """
      SELECT count(*) FROM (SELECT * FROM secrets WHERE secret <> ?)""");

  /**
   * Counts the rows that {@code page} has pages of.
   */
  private long countPage(Secret other) {
    try (PreparedStatement statement = database.read(COUNT_PAGE)) {
      statement.setString(1, Conversions.toColumn(secretConverter, other));
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(COUNT_PAGE);
      }
      return Columns.requireLong(row, 1);
    } catch (SQLException e) {
      throw database.failure(COUNT_PAGE, e);
    }
  }

  private static final KeysetQuery SCROLL = KeysetQuery.of("Vault.scroll", 2, """
      SELECT name, secret, (secret), (id) FROM secrets WHERE secret <> ?1 ORDER BY secret, id LIMIT ?2""", """
      SELECT name, secret, (secret), (id) FROM secrets WHERE secret <> ?1 ORDER BY secret DESC, id DESC LIMIT ?2""", """
      SELECT name, secret, (secret), (id) FROM secrets WHERE (secret <> ?1) AND (((secret) > ?2 OR (?2 IS NULL AND (secret) IS NOT NULL)) OR ((secret) IS ?2 AND ((id) > ?3))) ORDER BY secret, id LIMIT ?4""", """
      SELECT name, secret, (secret), (id) FROM secrets WHERE (secret <> ?1) AND (((secret) < ?2 OR (?2 IS NOT NULL AND (secret) IS NULL)) OR ((secret) IS ?2 AND ((id) < ?3))) ORDER BY secret DESC, id DESC LIMIT ?4""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT name, secret FROM secrets WHERE secret &lt;&gt; :other ORDER BY secret, id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets USING INDEX sqlite_autoindex_secrets_2
   * </pre>
   */
  @Override
  public KeysetPage<Vault.Item> scroll(Secret other, KeysetRequest from) {
    KeysetQuery.Step step = SCROLL.at(database, from);
    try (PreparedStatement statement = database.read(step.statement())) {
      statement.setString(1, Conversions.toColumn(secretConverter, other));
      step.bind(statement, 2);
      ResultSet row = statement.executeQuery();
      List<Vault.Item> items = new ArrayList<>();
      while (step.next(row, 3)) {
        items.add(readItem2(row));
      }
      return step.page(items);
    } catch (SQLException e) {
      throw database.failure(step.statement(), e);
    }
  }

  private static final SqlStatement EACH = SqlStatement.of("Vault.each", """
      SELECT name, secret FROM secrets ORDER BY id""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT name, secret FROM secrets ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public long each(Consumer<Vault.Item> receiver) {
    try (PreparedStatement statement = database.read(EACH)) {
      ResultSet row = statement.executeQuery();
      long result = 0;
      while (row.next()) {
        receiver.accept(readItem2(row));
        result++;
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(EACH, e);
    }
  }

  private static final SqlStatement COLLECT = SqlStatement.of("Vault.collect", """
      SELECT secret FROM secrets WHERE secret IS NOT NULL""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT secret FROM secrets WHERE secret IS NOT NULL
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH secrets USING COVERING INDEX sqlite_autoindex_secrets_2 (secret&gt;?)
   * </pre>
   */
  @Override
  public <R> R collect(Collector<Secret, ?, R> receiver) {
    try (PreparedStatement statement = database.read(COLLECT)) {
      ResultSet row = statement.executeQuery();
      RowCollector<Secret, R> result = RowCollector.of(receiver);
      while (row.next()) {
        result.add(Conversions.fromColumn(secretConverter, row.getString(1), row, 1));
      }
      return result.finish();
    } catch (SQLException e) {
      throw database.failure(COLLECT, e);
    }
  }

  private static final SqlStatement PERHAPS = SqlStatement.of("Vault.perhaps", """
      SELECT name, secret FROM secrets WHERE name <> 'bad' AND ? IS NOT NULL""");

  /**
   * Reads secrets.
   *
   * <pre>
   * SELECT name, secret FROM secrets WHERE name &lt;&gt; 'bad' AND :secret IS NOT NULL
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN secrets
   * </pre>
   */
  @Override
  public List<Vault.Item> perhaps(Optional<Secret> secret) {
    try (PreparedStatement statement = database.read(PERHAPS)) {
      statement.setString(1, Conversions.toColumn(secretConverter, secret.orElse(null)));
      ResultSet row = statement.executeQuery();
      List<Vault.Item> result = new ArrayList<>();
      while (row.next()) {
        result.add(readItem2(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(PERHAPS, e);
    }
  }

  /**
   * Runs {@link Vault#swap} as one transaction.
   */
  @Override
  public void swap(String name, String other) {
    try (Transaction transaction = database.begin(TransactionMode.IMMEDIATE)) {
      Vault.super.swap(name, other);
      transaction.commit();
    }
  }

  private Entry readEntry(ResultSet row) throws SQLException {
    return new Entry(
        Columns.requireLong(row, 1),
        row.getString(2),
        Optional.ofNullable(Conversions.fromColumn(secretConverter, row.getString(3), row, 3)),
        Conversions.fromColumn(pinMask, Columns.getLong(row, 4), row, 4),
        Conversions.fromColumn(COLUMN, row.getString(5), row, 5));
  }

  private Vault.Item readItem(ResultSet row) throws SQLException {
    return new Vault.Item(
        row.getString(2),
        Conversions.fromColumn(secretConverter, row.getString(1), row, 1));
  }

  private Vault.Found readFound(ResultSet row) throws SQLException {
    return new Vault.Found(
        row.getString(1),
        Columns.areNull(row, 2) ? null : readInner(row));
  }

  private Vault.Inner readInner(ResultSet row) throws SQLException {
    return new Vault.Inner(
        Conversions.fromColumn(secretConverter, row.getString(2), row, 2));
  }

  private static Vault.Named readNamed(ResultSet row) throws SQLException {
    return new Vault.Named(
        Columns.requireLong(row, 1),
        Conversions.fromColumn(COLUMN, row.getString(2), row, 2));
  }

  private Vault.Item readItem2(ResultSet row) throws SQLException {
    return new Vault.Item(
        row.getString(1),
        Conversions.fromColumn(secretConverter, row.getString(2), row, 2));
  }

  /**
   * How the runtime finds this class.
   */
  public static final class Factory implements RepositoryFactory<Vault> {
    /**
     * For the service loader.
     */
    public Factory() {
    }

    @Override
    public String schema() {
      return "vault";
    }

    @Override
    public String version() {
      return "<version>";
    }

    @Override
    public String migrations() {
      return "6dea2543f5f79e6004d1b5a511f62c384d3abf0b9615ea54707645c95029827c";
    }

    @Override
    public Class<Vault> repository() {
      return Vault.class;
    }

    @Override
    public Vault create(SqliteDatabase database) {
      return new VaultImpl(database);
    }
  }
}
