package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.UNLIMITED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.function.FunctionFacts.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FunctionTableTest {

  private static final FunctionTable BUILTIN = FunctionTable.builtin();

  @Test
  void namesAreFoundInAnyCase() {
    assertThat(BUILTIN.find("SubStr", 2)).isEqualTo(BUILTIN.find("substr", 3)).isPresent();
  }

  @Test
  void anotherNumberOfArgumentsIsAnotherFunctionOrNone() {
    assertThat(BUILTIN.find("max", 1)).map(FunctionFacts::kind).contains(Kind.AGGREGATE);
    assertThat(BUILTIN.find("max", 2)).map(FunctionFacts::kind).contains(Kind.SCALAR);
    assertThat(BUILTIN.find("max", 0)).isEmpty();
    assertThat(BUILTIN.find("upper", 2)).isEmpty();
    assertThat(BUILTIN.find("nosuch", 0)).isEmpty();
  }

  @Test
  void functionsOfTheApplicationWin() {
    FunctionFacts any = FunctionFacts.scalar("Upper", 0, UNLIMITED).integer().neverNull();
    FunctionTable table = BUILTIN.with(List.of(any));

    assertThat(table.find("upper", 1)).contains(any);
    assertThat(table.find("upper", 5)).contains(any);
    assertThat(table.find("lower", 1)).isEqualTo(BUILTIN.find("lower", 1));
    assertThat(BUILTIN.find("upper", 5)).isEmpty();
    assertThat(table.all()).hasSize(BUILTIN.all().size() + 1).startsWith(any);
  }

  @Test
  void theOneForJustSoManyArgumentsWinsOverTheOneForAnyNumber() {
    FunctionFacts any = FunctionFacts.scalar("f", 0, UNLIMITED);
    FunctionFacts one = FunctionFacts.scalar("f", 1);
    FunctionTable table = BUILTIN.with(List.of(any, one));

    assertThat(table.find("f", 1)).contains(one);
    assertThat(table.find("f", 2)).contains(any);
  }

  @Test
  void whatIsDeclaredLaterWins() {
    FunctionFacts one = FunctionFacts.scalar("f", 1);
    FunctionFacts any = FunctionFacts.scalar("f", 0, UNLIMITED);
    assertThat(BUILTIN.with(List.of(one)).with(List.of(any)).find("f", 1)).contains(any);
  }

  /** Whoever adds a function has to decide; see {@link FunctionFacts#isPure}. */
  @Test
  void theseAreNotToBeTriedOut() {
    assertThat(BUILTIN.all().stream()
            .filter(function -> function.kind() == Kind.SCALAR && !function.isPure())
            .map(FunctionFacts::name)
            .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            ("bm25 changes charindex difference format fts3_tokenizer fts5 fts5_get_locale"
                    + " fts5_insttoken fts5_locale fts5_source_id highlight last_insert_rowid"
                    + " leftstr like load_extension match matchinfo offsets optimize padc padl padr"
                    + " printf proper random randomblob replace replicate reverse rightstr"
                    + " rtreecheck rtreedepth rtreenode snippet sqlite_compileoption_get"
                    + " sqlite_compileoption_used sqlite_log sqlite_source_id sqlite_version"
                    + " strfilter total_changes zeroblob")
                .split(" "));
    assertThat(BUILTIN.all())
        .filteredOn(function -> function.kind() != Kind.SCALAR)
        .noneMatch(FunctionFacts::isPure);
  }
}
