package dev.litmus.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ArchitectureTest {

  private static final JavaClasses RUNTIME = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("dev.litmus.runtime");

  @Test
  void packagesHaveNoCycles() {
    // The pattern of two stars matches the root as well, whose slice has the empty name.
    slices().matching("dev.litmus.runtime.(**)").should().beFreeOfCycles().check(RUNTIME);
    noClasses()
        .that()
        .resideInAPackage("dev.litmus.runtime.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.litmus.runtime")
        .check(RUNTIME);
  }

  @Test
  void onlyJavaAndTheDriverAreUsed() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.litmus.runtime..", "java..", "jdk.jfr", "org.sqlite..", "org.jspecify..")
        .check(RUNTIME);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.litmus.runtime.internal.observe")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.jfr")
        .check(RUNTIME);
  }

  @Test
  void theDriverIsTouchedWhereItBelongs() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.litmus.runtime.internal.driver", "dev.litmus.runtime.error")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.sqlite..")
        .check(RUNTIME);
  }

  /** The JDK's conversion throws for durations that mean for ever. */
  @Test
  void durationsBecomeNanosecondsInOnePlace() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Nanos")
        .should()
        .callMethod(Duration.class, "toNanos")
        .check(RUNTIME);
  }

  @Test
  void theModuleExportsItsApiAlone() {
    ModuleDescriptor module = ModuleFinder.of(Path.of("target", "classes"))
        .find("dev.litmus.runtime")
        .orElseThrow()
        .descriptor();
    assertThat(module.exports())
        .allSatisfy(export -> assertThat(export.isQualified()).isFalse())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrder(
            "dev.litmus.runtime",
            "dev.litmus.runtime.error",
            "dev.litmus.runtime.fault",
            "dev.litmus.runtime.function",
            "dev.litmus.runtime.backup",
            "dev.litmus.runtime.health",
            "dev.litmus.runtime.migration",
            "dev.litmus.runtime.search");
  }

  @Test
  void thePomHasOneDependency() throws Exception {
    Element project = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(Path.of("pom.xml").toFile())
        .getDocumentElement();
    NodeList dependencies = project.getElementsByTagName("dependency");
    List<String> compile = new ArrayList<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (dependency.getElementsByTagName("scope").getLength() == 0) {
        compile.add(dependency.getElementsByTagName("artifactId").item(0).getTextContent());
      }
    }
    assertThat(compile).containsExactly("sqlite-jdbc");
  }
}
