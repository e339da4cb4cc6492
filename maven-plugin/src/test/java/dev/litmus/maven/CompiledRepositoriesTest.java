package dev.litmus.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledRepositoriesTest {

  @TempDir
  Path folder;

  @Test
  void thoseWithoutAnImplementationAreFound() throws Exception {
    compile(
        "dev/litmus/annotations/Database.java",
        "package dev.litmus.annotations; public @interface Database { String value(); }",
        "app/Orders.java",
        "package app; @dev.litmus.annotations.Database(\"shop\") interface Orders {}",
        "app/OrdersImpl.java",
        "package app; class OrdersImpl implements Orders { static class Factory {} }",
        "app/Customers.java",
        "package app; @dev.litmus.annotations.Database(\"shop\") public interface Customers {}",
        "app/Shop.java",
        "package app; class Shop { @dev.litmus.annotations.Database(\"shop\") interface Items {}"
            + " @dev.litmus.annotations.Database(\"shop\") interface Prices {} }",
        "app/Shop_PricesImpl.java",
        "package app; class Shop_PricesImpl { static class Factory {} }",
        "app/Reader.java",
        "package app; class Reader { Object read() { return dev.litmus.annotations.Database.class; }"
            + " String name(dev.litmus.annotations.Database database) { return database.value(); } }");

    assertThat(CompiledRepositories.withoutImplementation(folder.resolve("classes")))
        .containsExactly("app/Customers", "app/Shop$Items");
  }

  @Test
  void aModuleWithoutClassesHasNone() throws Exception {
    assertThat(CompiledRepositories.withoutImplementation(folder.resolve("classes")))
        .isEmpty();
  }

  private void compile(String... namesAndSources) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", folder.resolve("classes").toString()));
    for (int i = 0; i < namesAndSources.length; i += 2) {
      Path source = folder.resolve("sources").resolve(namesAndSources[i]);
      Files.createDirectories(source.getParent());
      arguments.add(Files.writeString(source, namesAndSources[i + 1]).toString());
    }
    assertThat(ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
  }
}
