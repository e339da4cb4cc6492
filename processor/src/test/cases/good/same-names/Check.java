import app.LedgerRepository;
import app.Names;
import app.NamesRepository;
import app.Seed;
import app.SqlStatement;
import app.Transaction;
import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

public class Check {

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      Seed seed = databases.repository(Seed.class);
      seed.customer("ann", "Ann", null, Instant.EPOCH);
      seed.order(1, "ann", Instant.EPOCH, 2);

      NamesRepository names = databases.repository(NamesRepository.class);
      same(names.find(1), Optional.of(new app.Optional(1, 2)));
      same(names.statements(), List.of(new SqlStatement(1)));
      same(names.lines(), List.of(new Names.Line(1)));
      same(names.otherLines(), List.of(new Names.Other.Line(2)));
      Names.Pair<Long, Double> pair = new Names.Pair<>(1L, 2.0);
      same(names.pairs(), List.of(pair));
      same(names.otherPairs(pair), List.of(new Names.Pair<>(1, "ann")));
      same(names.readLine(), 1);

      LedgerRepository ledger = databases.repository(LedgerRepository.class);
      same(ledger.add(1), Optional.of(new LedgerRepository.Transaction(1, 3)));
      same(ledger.factories(), List.of(new LedgerRepository.Factory(1)));
      same(ledger.total(new LedgerRepository.PreparedStatement(1)), Optional.of(3.0));

      same(names.delete(new Transaction(1)), Optional.of(new Transaction(1)));
    }
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
