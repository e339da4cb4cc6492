package dev.litmus.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walls of docs/architecture.md. */
class ArchitectureTest {

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.litmus.cli");

  @Test
  void allPartsAreLookedAt() {
    assertThat(CLASSES.that(resideInAPackage("dev.litmus.cli"))).isNotEmpty();
    for (String part :
        List.of("adopt", "describe", "diff", "draft", "json", "operate", "schema", "verify")) {
      assertThat(CLASSES.that(resideInAPackage("dev.litmus.cli." + part)))
          .as(part)
          .isNotEmpty();
    }
  }

  @Test
  void jsonIsWrittenInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.litmus.cli.json")
        .should()
        .dependOnClassesThat(type(Gson.class).or(type(GsonBuilder.class)))
        .check(CLASSES);
  }

  @Test
  void schemasKnowNothingOfWhatTheyAreFor() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.litmus.cli.schema", "dev.litmus.cli.json")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.litmus.cli..")
            .and(DescribedPredicate.not(
                resideInAnyPackage("dev.litmus.cli.schema", "dev.litmus.cli.json"))))
        .check(CLASSES);
  }

  @Test
  void onlyWhatJudgesSqlIsUsedOfTheProcessor() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("dev.litmus.processor..")
            .and(DescribedPredicate.not(resideInAnyPackage(
                "dev.litmus.processor.problem..",
                "dev.litmus.processor.schema..",
                "dev.litmus.processor.sql..",
                "dev.litmus.processor.scope..",
                "dev.litmus.processor.rewrite..",
                "dev.litmus.processor.analysis..",
                "dev.litmus.processor.inference..",
                "dev.litmus.processor.diff..",
                "dev.litmus.processor.evolution..",
                "dev.litmus.processor.doubt..",
                "dev.litmus.processor.refute..",
                "dev.litmus.processor.value.."))))
        .check(CLASSES);
  }

  @Test
  void neitherTheCompilerNorTheRuntimesInternalsAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.lang.model..",
            "javax.annotation.processing..",
            "javax.tools..",
            "com.palantir.javapoet..",
            "dev.litmus.runtime.internal..")
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcessAndTouchesItsStreams() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.litmus.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
