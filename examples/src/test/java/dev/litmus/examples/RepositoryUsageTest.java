package dev.litmus.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.litmus.annotations.Database;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every method of a repository is called by the tour or by a test: an example that nobody runs is none. */
class RepositoryUsageTest {

  @Test
  void everyRepositoryMethodIsCalled() {
    // What Java and Litmus themselves consist of is of no interest, and takes seconds to read.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    List<JavaMethod> methods = new ClassFileImporter()
        .importPaths("target/classes", "target/test-classes").stream()
            .filter(type -> type.isAnnotatedWith(Database.class))
            .flatMap(type -> type.getMethods().stream())
            .toList();

    assertThat(methods).hasSizeGreaterThan(80);
    assertThat(methods)
        .allSatisfy(method -> assertThat(method.getCallsOfSelf())
            .as(method.getFullName())
            .anyMatch(call -> !isGenerated(call.getOriginOwner())));
  }

  private static boolean isGenerated(JavaClass type) {
    return type.getSimpleName().endsWith("Impl");
  }
}
