import app.Entry;
import app.Names;
import app.NamesImpl;
import app.Owner;
import app.PinMask;
import app.Secret;
import app.SecretConverter;
import app.Vault;
import app.Vault.Found;
import app.Vault.Inner;
import app.Vault.Item;
import app.Vault.Named;
import app.VaultImpl;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.BatchException;
import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.ConverterNotFoundException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.ValueException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class Check {

  private static final DatabaseSettings SETTINGS = DatabaseSettings.DEFAULT.with(
      s -> s.converter(new SecretConverter(5)).converter(new PinMask(255)));
  private static final Owner ANN = new Owner("ann");
  private static final Secret A = new Secret("#apple");
  private static final Secret B = new Secret("#berry");
  private static final Secret C = new Secret("#cherry");

  public static void run(Path directory) throws IOException {
    try (Databases databases = Databases.builder(directory).settings(SETTINGS).open()) {
      Vault vault = databases.repository(Vault.class);
      changes(vault, databases.get("vault"));
      results(vault, databases.get("vault"));
      threads(vault);
      theKeyIsTheOneOfTheSettings(databases.get("vault"), directory.resolve("other.sqlite"));
    }
    missing(directory);
    anotherKey(directory);
    values();
    names();
  }

  private static void changes(Vault vault, SqliteDatabase database) {
    Entry added = vault.add(new Entry(0, "a", Optional.of(A), 1234L, ANN));
    same(added, new Entry(1, "a", Optional.of(A), 1234L, ANN));
    same(vault.add(new Entry(0, "none", Optional.empty(), null, ANN)).secret(), Optional.empty());
    same(
        database.sql().selectOne("SELECT secret || pin FROM secrets WHERE id = 1", String.class),
        Optional.of("(fuuqj" + (1234 ^ 255)));
    List<Item> items = List.of(new Item("x", B), new Item("c", C), new Item("d", new Secret("#d")));
    same(vault.addAll(items, ANN), 3);
    same(vault.addOfAnn(List.of(new Item("e", new Secret("#e")))), List.of(new Secret("#e")));
    same(vault.remove(new Secret("#d")), Optional.of(new Item("d", new Secret("#d"))));
    same(vault.remove(new Secret("#e")).map(Item::name), Optional.of("e"));
    same(vault.change("none", new Secret("#")), true);
    same(vault.change("none", null), true);
    vault.swap("a", "x");
    same(vault.secret("a"), B);
    vault.swap("a", "x");
  }

  private static void results(Vault vault, SqliteDatabase database) {
    same(vault.entry("a"), new Entry(1, "a", Optional.of(A), 1234L, ANN));
    same(vault.find("a"), Optional.of(vault.entry("a")));
    same(vault.find("nobody"), Optional.empty());
    same(vault.secret("x"), B);
    same(vault.name(B), Optional.of("x"));
    same(vault.names(List.of(C, A)), List.of("a", "c"));
    same(vault.withPins(Set.of(1234L)), List.of("a"));
    same(vault.pin("a"), Optional.of(1234L));
    List<Found> found = List.of(
        new Found("a", new Inner(A)),
        new Found("none", null),
        new Found("x", new Inner(B)),
        new Found("c", new Inner(C)));
    same(vault.nested(), found);
    same(vault.owners().get(0), new Named(1, ANN));
    same(vault.all(), Set.of(A, B, C));
    same(vault.byName().get("c"), C);
    same(vault.bySecret(), Map.of(A, item("a", A), B, item("x", B), C, item("c", C)));
    database.transaction(() -> {
      same(inStream(vault::stream), found);
      same(inStream(vault::streamOfSecrets).get(3), C);
      same(inStream(vault::streamOfOwners), vault.owners());
    });
    Page<Entry> page = vault.page(A, PageRequest.first(1));
    same(page.items().get(0).secret(), Optional.of(B));
    same(page.total(), 2L);
    KeysetPage<Item> first = vault.scroll(A, KeysetRequest.first(1));
    same(first.items(), List.of(item("x", B)));
    same(vault.scroll(A, first.next()).items(), List.of(item("c", C)));
    List<Item> each = new ArrayList<>();
    same(vault.each(each::add), 4L);
    same(each.get(0), item("a", A));
    same(vault.collect(Collectors.toSet()), Set.of(A, B, C));
    same(vault.perhaps(Optional.empty()), List.of());
    same(vault.perhaps(Optional.of(A)).size(), 4);
  }

  private static Item item(String name, Secret secret) {
    return new Item(name, secret);
  }

  private static <T> List<T> inStream(Supplier<Stream<T>> rows) {
    try (Stream<T> stream = rows.get()) {
      return stream.collect(Collectors.toList());
    }
  }

  private static void threads(Vault vault) {
    List<CompletableFuture<Void>> all = IntStream.range(0, 8)
        .mapToObj(n -> CompletableFuture.runAsync(() -> {
          for (int i = 0; i < 50; i++) {
            same(vault.secret("a"), A);
          }
        }))
        .toList();
    all.forEach(CompletableFuture::join);
  }

  /** Two files of a schema have a key each. */
  private static void theKeyIsTheOneOfTheSettings(SqliteDatabase vault, Path file) {
    DatabaseSettings other = SETTINGS.with(s -> s.converter(new SecretConverter(7)));
    try (SqliteDatabase second = SqliteDatabase.open("vault", file, other)) {
      second.repository(Vault.class).add(new Entry(0, "a", Optional.of(A), 1L, ANN));
      same(second.repository(Vault.class).secret("a"), A);
      same(new VaultImpl(vault).secret("a"), A);
      same(
          second.sql().selectOne("SELECT secret FROM secrets", String.class),
          Optional.of("*hwwsl"));
    }
  }

  private static void missing(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      String words = "database `vault`: a repository needs a converter of the class `app.SecretConverter`,"
          + " and the settings have none. Open the database with"
          + " `DatabaseSettings.DEFAULT.with(s -> s.converter(new SecretConverter(…)))`";
      for (int again = 0; again < 2; again++) {
        thrown(ConverterNotFoundException.class, words, () -> databases.repository(Vault.class));
        thrown(ConverterNotFoundException.class, words, () -> new VaultImpl(databases.get("vault")));
      }
    }
    DatabaseSettings one = DatabaseSettings.DEFAULT.with(s -> s.converter(new PinMask(1)));
    try (Databases databases = Databases.inMemory(one)) {
      thrown(
          ConverterNotFoundException.class,
          "the settings have only `app.PinMask`.",
          () -> databases.repository(Vault.class));
    }
  }

  private static void anotherKey(Path directory) {
    DatabaseSettings wrong = SETTINGS.with(s -> s.converter(new SecretConverter(6)));
    try (Databases databases = Databases.builder(directory).settings("vault", wrong).open()) {
      Vault vault = databases.repository(Vault.class);
      thrown(
          ValueException.class,
          "Vault.secret: column `secret` cannot be converted: java.lang.IllegalArgumentException",
          () -> vault.secret("a"));
    }
  }

  /** Messages show what is stored, and only when they are asked to. */
  private static void values() {
    DatabaseSettings showing = SETTINGS.with(s -> s.argumentsInErrors(true));
    same(showing.toString().contains("key"), false);
    try (SqliteDatabase database = SqliteDatabase.inMemory("vault", showing)) {
      Vault vault = database.repository(Vault.class);
      vault.add(new Entry(0, "a", Optional.of(A), 1L, ANN));
      thrown(
          ConstraintException.class,
          "arguments: 1 = 'b', 2 = '(fuuqj', 3 = 254, 4 = 'ANN'",
          () -> vault.add(new Entry(0, "b", Optional.of(A), 1L, ANN)));
      thrown(
          BatchException.class,
          "arguments: 1 = 'b', 2 = '(fuuqj'",
          () -> vault.addAll(List.of(new Item("b", A)), ANN));
    }
    try (SqliteDatabase database = SqliteDatabase.inMemory("vault", SETTINGS)) {
      Vault vault = database.repository(Vault.class);
      vault.add(new Entry(0, "a", Optional.of(A), 1L, ANN));
      LitmusException e = thrown(
          ConstraintException.class,
          "UNIQUE constraint failed: secrets.secret",
          () -> vault.add(new Entry(0, "b", Optional.of(A), 1L, ANN)));
      same(e.getMessage().contains("fuuqj"), false);
    }
  }

  private static void names() throws IOException {
    DatabaseSettings signs = DatabaseSettings.DEFAULT.with(s -> {
      try {
        s.converter(new Names.Row("row "))
            .converter(new Names.Default("default "))
            .converter(new Names.Java("java "))
            .converter(new Names.URLSign("url "))
            .converter(new Names.Other.URLSign("other url "))
            .converter(new Names.Other.Database("database "))
            .converter(new Names.Checked());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
    try (SqliteDatabase database = SqliteDatabase.inMemory("vault", signs)) {
      Names names = new NamesImpl(database);
      names.add("a", "b");
      same(names.all("b"), List.of(new Names.Two("a", "b")));
      same(names.find("b"), Optional.of(new Names.Optional("a")));
      same(names.count("b", "b", "b", "b"), 0L);
      database.sql().execute("UPDATE secrets SET owner = 'other url b'");
      same(names.count("b", "b", "b", "b"), 1L);
      same(
          database.sql().selectOne("SELECT name FROM secrets", String.class),
          Optional.of("row a"));
    }
  }

  private static <E extends LitmusException> E thrown(
      Class<E> type, String message, Runnable action) {
    try {
      action.run();
    } catch (LitmusException e) {
      StringWriter printed = new StringWriter();
      e.printStackTrace(new PrintWriter(printed, true));
      boolean secret = Stream.of("the key is", "#apple", "mask=")
          .anyMatch(word -> printed.toString().contains(word));
      if (!type.isInstance(e) || !e.getMessage().contains(message) || secret) {
        throw new AssertionError("other exception", e);
      }
      return type.cast(e);
    }
    throw new AssertionError("not thrown: " + message);
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
