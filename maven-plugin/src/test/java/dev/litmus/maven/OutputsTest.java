package dev.litmus.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {

  @TempDir
  Path folder;

  @Test
  void whatSpeaksOfLitmusIsForgottenWithWhatWasGeneratedForIt() throws IOException {
    source("app/Orders.java", "import dev.litmus.annotations.Database;");
    source(
        "app/Shop.java",
        "interface Shop { @dev.litmus.annotations.Database(\"shop\") interface In {} }");
    source("app/Other.java", "class Other {}");
    List<String> kept =
        List.of("Other.class", "OrdersImplement.class", "Orders.txt", "OrderImpl.class");
    classes(
        "Orders.class",
        "OrdersImpl.class",
        "OrdersImpl$Factory.class",
        "Shop.class",
        "Shop_InImpl.class",
        "Shop_InImpl$Factory.class");
    classes(kept.toArray(String[]::new));

    assertThat(forget()).isTrue();

    try (Stream<Path> left = Files.list(folder.resolve("classes/app"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(kept);
    }
    assertThat(forget()).isFalse();
  }

  @Test
  void theEncodingMakesNoDifference() throws IOException {
    Files.createDirectories(folder.resolve("sources"));
    Files.write(
        folder.resolve("sources/Cafe.java"),
        "// Caf\u00e9\nimport dev.litmus.annotations.Query;".getBytes(StandardCharsets.ISO_8859_1));
    Files.createFile(Files.createDirectories(folder.resolve("classes")).resolve("Cafe.class"));

    assertThat(forget()).isTrue();
  }

  private boolean forget() throws IOException {
    return Outputs.forget(
        List.of(folder.resolve("nowhere").toString(), folder.resolve("sources").toString()),
        folder.resolve("classes").toString());
  }

  private void source(String name, String text) throws IOException {
    Path file = folder.resolve("sources").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void classes(String... names) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/app"));
    for (String name : names) {
      Files.createFile(classes.resolve(name));
    }
  }
}
