package dev.litmus.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.fault.Fault;
import dev.litmus.testing.FaultSweep;
import dev.litmus.testing.LitmusExtension;
import dev.litmus.testing.bank.AccountRepository;
import dev.litmus.testing.bank.Bank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/testing.md shows is what runs here. */
class GuideTest {

  @RegisterExtension
  static final LitmusExtension LITMUS = LitmusExtension.builder()
      .rows(databases -> {
        AccountRepository accounts = databases.repository(AccountRepository.class);
        accounts.open("alice", 100);
        accounts.open("bob", 0);
      })
      .settings(DatabaseSettings.DEFAULT)
      .build();

  private static List<String> blocks(String language) throws IOException {
    Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("../docs/testing.md")));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  @Test
  void theSnippetsStandInTheTests() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/litmus/testing/guide"))) {
      for (Path file : files.toList()) {
        sources.add(Files.readString(file));
      }
    }
    assertThat(blocks("java"))
        .hasSize(6)
        .allSatisfy(block ->
            assertThat(sources).anyMatch(source -> source.contains(block.stripTrailing())));
  }

  @Test
  void theMessageIsTheOneThatIsShown(FaultSweep sweep) throws IOException {
    String shown = blocks("text").get(0).stripTrailing();
    assertThatThrownBy(() -> sweep.run(
            Fault.CRASH,
            databases -> new Bank(databases).transferCarelessly("alice", "bob", 30),
            (databases, attempt) -> assertThat(
                    databases.repository(AccountRepository.class).total())
                .isEqualTo(100)))
        .hasMessage(shown);
  }
}
