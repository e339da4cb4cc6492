import app.Awkward;
import app.AwkwardRepository;
import app.Seed;
import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

public class Check {

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      Seed seed = databases.repository(Seed.class);
      seed.customer("ann", "Ann", null, Instant.EPOCH);
      seed.order(7, "ann", Instant.EPOCH, 2.5);
      AwkwardRepository awkward = databases.repository(AwkwardRepository.class);
      same(
          awkward.quotes(),
          List.of(new Awkward("it's", 7, "\\ */ /* <b> & @see {@link X} \\u0041 \\")));
      same(awkward.tripleQuotes(), "\"\"\" \"\"\"\"\"");
      same(awkward.tabs(), "a\tb\t");
      same(awkward.lines(), "first  \n\n  second\r\n third \r");
      same(awkward.windows(2), 3);
      same(awkward.looksLikeParameters("!"), ":not ? @this!");
      same(awkward.nonAscii("ß"), "größe 🧪\u2028ß");
      same(awkward.dollars(), "$L $$ $N %s");
      same(awkward.quotedNames(7), List.of(2.5));
      same(awkward.locals("s", "r", "u", "d", "t", "e", "2", "c"), "srudte2c");
      same(awkward.writeLocals(9.5, 7), List.of(9.5));
      same(awkward.URLOf2Orders(), 1);
      same(awkward.URLOf2Orders(8), 0);
      same(awkward.URL_OF2_ORDERS(), 1);
    }
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
