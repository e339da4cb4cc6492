package dev.litmus.processor.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.inference.Judge.Verdict;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is inferred of random statements holds on small hostile databases, and none of those that SQLite accepts is refused. For
 * a longer run, give another seed and the number of statements:
 *
 * <pre>{@code
 * mvn -pl annotations,runtime,processor test -Dtest=RandomQueriesTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dlitmus.random.seed=7 -Dlitmus.random.count=100000
 * }</pre>
 *
 * <p>A failure names the seed that its statement came of, and shows the statement as small as it could be made.
 */
class RandomQueriesTest {

  private static final int COUNT = 2_700;
  private static final long SEED = 1;

  /** Statements that share their rows. */
  private static final int BATCH = 100;

  private static final int MOST_FAULTS = Integer.getInteger("litmus.random.faults", 3);

  private int statements;
  private int valid;
  private int claiming;
  private int withRows;

  @Test
  void whatIsInferredHolds() throws Exception {
    long seed = Long.getLong("litmus.random.seed", SEED);
    int count = Integer.getInteger("litmus.random.count", COUNT);
    List<String> faults = new ArrayList<>();
    while (statements < count && faults.size() < MOST_FAULTS) {
      for (String script : HostileSchemas.ALL) {
        batch(script, seed, faults);
      }
      seed++;
    }
    System.out.println(statements + " statements: " + percent(valid) + " % accepted by SQLite, "
        + percent(claiming) + " % with claims, " + percent(withRows) + " % with rows");
    assertThat(faults).isEmpty();
    assertThat(percent(valid)).isGreaterThan(80);
    assertThat(percent(claiming)).isGreaterThan(60);
  }

  private int percent(int part) {
    return part * 100 / statements;
  }

  private void batch(String script, long seed, List<String> faults) throws Exception {
    List<SmallDatabase> databases = new ArrayList<>();
    try (Schema schema = SchemaScript.run("random", script)) {
      for (Filling filling : Filling.values()) {
        databases.add(SmallDatabase.open(script, filling, seed));
      }
      RandomQueries queries = new RandomQueries(schema, seed);
      for (int i = 0; i < BATCH && faults.size() < MOST_FAULTS; i++) {
        String sql = queries.next();
        Verdict verdict = new Judge(schema, databases, seed).judge(sql);
        statements++;
        valid += verdict.valid() ? 1 : 0;
        claiming += verdict.claims() > 0 ? 1 : 0;
        withRows += verdict.rows() ? 1 : 0;
        if (verdict.fault().isPresent()) {
          faults.add(words(schema, databases, seed, sql, verdict.fault().get()));
        }
      }
    } finally {
      for (SmallDatabase database : databases) {
        database.close();
      }
    }
  }

  private static String words(
      Schema schema, List<SmallDatabase> databases, long seed, String sql, String fault)
      throws Exception {
    String kind = kind(fault);
    String small = Shrinking.shrink(
        sql,
        shorter -> new Judge(schema, databases, seed)
            .judge(shorter)
            .fault()
            .filter(other -> kind(other).equals(kind))
            .isPresent());
    String shown = new Judge(schema, databases, seed).judge(small).fault().orElse(fault);
    return "\nseed " + seed + ": " + sql + "\nsmaller: " + small + "\n" + shown;
  }

  private static String kind(String fault) {
    return fault.substring(0, 12);
  }
}
