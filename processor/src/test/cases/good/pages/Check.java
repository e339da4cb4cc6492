import app.Event;
import app.EventRepository;
import app.OrderRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.error.CursorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;

public class Check {

  private static final Random RANDOM = new Random(17);

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      EventRepository events = databases.repository(EventRepository.class);
      OrderRepository orders = databases.repository(OrderRepository.class);
      databases.get("lab").transaction(() -> fill(events, orders));
      pages(events, orders);
      databases.get("lab").transaction(() -> pages(events, orders));
      keys(events, orders);
      cursors(events, orders);
      timestampsAreNoRowids(events);
      for (int seed = 0; seed < 10; seed++) {
        whileRowsComeAndGo(events, seed, false);
        whileRowsComeAndGo(events, seed, true);
      }
    }
  }

  /** Rowids and timestamps run in opposite directions, as after an import. */
  private static void fill(EventRepository events, OrderRepository orders) {
    for (int id = 1; id <= 23; id++) {
      events.insert(
          id,
          id % 3 == 0 ? "b" : "a",
          at(100 - id / 2),
          pick(null, 1.5, -0.0, 0.0, Double.NEGATIVE_INFINITY, 1e300),
          pick(null, "x", "X", "y", "ä", ""),
          pick(null, new byte[0], new byte[] {0, -1}, "x".getBytes()));
    }
    orders.word("one", 1L);
    orders.word("Two", 2L);
    orders.word("none", null);
    orders.word("also none", null);
    orders.word("three", 1L);
    orders.blob(new byte[] {1}, 0.1);
    orders.blob(new byte[0], Double.POSITIVE_INFINITY);
    orders.blob(new byte[] {-1, 0}, Double.NEGATIVE_INFINITY);
    orders.blob(new byte[] {1, 0}, -0.0);
  }

  private static String at(int minute) {
    return "2026-01-02T%02d:%02d:00.000Z".formatted(minute / 60, minute % 60);
  }

  @SafeVarargs
  private static <T> T pick(T... values) {
    return values[RANDOM.nextInt(values.length)];
  }

  private static void pages(EventRepository events, OrderRepository orders) {
    Page<Event> first = events.page("a", PageRequest.first(10));
    same(first.total(), 16L);
    same(first.items().size(), 10);
    same(first.hasMore(), true);
    same(first.items().get(0).id(), 22L);
    Page<Event> second = events.page("a", new PageRequest(10, 0).next());
    same(second.items().size(), 6);
    same(second.total(), 16L);
    same(second.hasMore(), false);
    same(events.page("a", new PageRequest(8, 8)).hasMore(), false);
    same(events.page("a", new PageRequest(8, 800)), new Page<Event>(List.of(), 16, 8, 800));
    same(events.page("c", PageRequest.first(8)), new Page<Event>(List.of(), 0, 8, 0));
    same(events.page("a", new PageRequest(Integer.MAX_VALUE, Long.MAX_VALUE)).total(), 16L);
    same(orders.tags("b", PageRequest.first(3), 5).total(), 6L);
    same(orders.tags("b", PageRequest.first(3), 5).items().size(), 3);
    Page<OrderRepository.Tag> tags = orders.countTags(PageRequest.first(2));
    same(tags.items().size(), 2);
    same(tags.hasMore(), true);
    same(orders.countCountTags(), 23L);
    // The count that is given is asked only where it is not known.
    same(orders.claimed(PageRequest.first(23)).total(), 100L);
    same(orders.claimed(PageRequest.first(24)).total(), 23L);
  }

  private static void keys(EventRepository events, OrderRepository orders) {
    for (int limit : new int[] {1, 2, 3, 5, 22, 23, 24}) {
      walks(limit, orders::mixed, orders.allMixed());
      List<Long> ids = List.of(1L, 2L, 5L, 8L, 9L, 10L, 11L, 12L, 99L);
      walks(limit, from -> orders.around(ids, 0.7, from), orders.allAround(ids, 0.7));
      walks(limit, orders::words, List.of("also none", "none", "one", "three", "Two"));
      walks(
          limit,
          from -> orders.joined(from).map(OrderRepository.Word::word),
          List.of("three", "one", "Two", "none", "also none"));
      walks(
          limit,
          orders::byKey,
          List.of(Double.NEGATIVE_INFINITY, 0.0, 0.1, Double.POSITIVE_INFINITY));
      walks(
          limit,
          orders::byNumber,
          List.of(Double.NEGATIVE_INFINITY, 0.0, 0.1, Double.POSITIVE_INFINITY));
    }
  }

  private static <T> void walks(
      int limit, Function<KeysetRequest, KeysetPage<T>> query, List<T> all) {
    List<T> forwards = new ArrayList<>();
    KeysetPage<T> page = query.apply(KeysetRequest.first(limit));
    forwards.addAll(page.items());
    while (page.hasMore()) {
      page = query.apply(page.next());
      forwards.addAll(page.items());
    }
    same(plain(forwards), plain(all));
    List<T> backwards = new ArrayList<>();
    page = query.apply(KeysetRequest.last(limit));
    backwards.addAll(0, page.items());
    while (page.hasMore()) {
      page = query.apply(page.previous());
      backwards.addAll(0, page.items());
    }
    same(plain(backwards), plain(all));
  }

  private static String plain(List<?> list) {
    return list.toString().replace("-0.0", "0.0");
  }

  private static void cursors(EventRepository events, OrderRepository orders) {
    String cursor = events.scroll("a", KeysetRequest.first(3)).lastCursor().orElseThrow();
    same(events.scroll("a", KeysetRequest.after(cursor, 3)).items().size(), 3);
    refused(() -> orders.words(KeysetRequest.after(cursor, 3)));
    refused(() -> orders.mixed(KeysetRequest.before(cursor, 3)));
    refused(() -> events.scroll("a", KeysetRequest.after(cursor + "AA", 3)));
    refused(() -> events.scroll("a", KeysetRequest.after("", 3)));
  }

  /** A condition on rowids under an order by timestamps would show the wrong rows, or none. */
  private static void timestampsAreNoRowids(EventRepository events) {
    List<String> times = new ArrayList<>();
    TreeSet<Long> ids = new TreeSet<>();
    KeysetPage<Event> page = events.scroll("a", KeysetRequest.first(4));
    while (!page.items().isEmpty()) {
      page.items().forEach(event -> times.add(event.at()));
      page.items().forEach(event -> ids.add(event.id()));
      page = events.scroll("a", page.next());
    }
    same(times.size(), 16);
    same(ids.size(), 16);
    same(times, times.stream().sorted().toList());
  }

  /** Events of even numbers stay, those of odd numbers come and go, all over the same few minutes. */
  private static void whileRowsComeAndGo(EventRepository events, int seed, boolean backwards) {
    Random random = new Random(seed);
    String source = "walk " + seed + backwards;
    long base = 1000L * (1 + 2 * seed + (backwards ? 1 : 0));
    for (int i = 2; i <= 60; i += 2) {
      events.insert(base + i, source, at(random.nextInt(6)), null, null, null);
    }
    List<Long> seen = new ArrayList<>();
    KeysetRequest request = backwards ? KeysetRequest.last(5) : KeysetRequest.first(5);
    KeysetPage<Event> page;
    do {
      page = events.scroll(source, request);
      page.items().stream().map(Event::id).filter(id -> id % 2 == 0).forEach(seen::add);
      request = backwards ? page.previous() : page.next();
      for (int i = 0; i < 8; i++) {
        long id = base + 1 + 2L * random.nextInt(40);
        if (!events.delete(id)) {
          events.insert(id, source, at(random.nextInt(6)), null, null, null);
        }
      }
    } while (page.hasMore());
    same(seen.size(), 30);
    same(new TreeSet<>(seen).size(), 30);
  }

  private static void refused(Runnable query) {
    try {
      query.run();
    } catch (CursorException e) {
      return;
    }
    throw new AssertionError("not refused");
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.equals(actual, expected)) {
      throw new AssertionError("expected " + expected + ", but got " + actual);
    }
  }
}
