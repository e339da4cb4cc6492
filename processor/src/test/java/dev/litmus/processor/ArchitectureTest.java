package dev.litmus.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.litmus.runtime.LitmusVersion;
import java.util.List;
import javax.annotation.processing.Messager;
import org.junit.jupiter.api.Test;

/** The walls of docs/architecture.md. */
class ArchitectureTest {

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("dev.litmus.processor");

  private static final String[] PLAIN = {
    "dev.litmus.processor.problem..",
    "dev.litmus.processor.schema..",
    "dev.litmus.processor.sql..",
    "dev.litmus.processor.scope..",
    "dev.litmus.processor.rewrite..",
    "dev.litmus.processor.analysis..",
    "dev.litmus.processor.doubt..",
    "dev.litmus.processor.diff..",
    "dev.litmus.processor.evolution..",
    "dev.litmus.processor.value..",
    "dev.litmus.processor.refute..",
    "dev.litmus.processor.rule..",
    "dev.litmus.processor.model..",
    "dev.litmus.processor.function.."
  };

  private static final String[] COMPILER = {
    "javax.lang.model..", "javax.annotation.processing..", "javax.tools.."
  };

  @Test
  void allPartsAreLookedAt() {
    for (String plain : PLAIN) {
      assertThat(CLASSES.that(resideInAPackage(plain))).isNotEmpty();
    }
  }

  @Test
  void plainPartsNeverSeeTheCompiler() {
    noClasses()
        .that()
        .resideInAnyPackage(PLAIN)
        .or()
        .haveSimpleName("RepositoryCompiler")
        .or()
        .haveSimpleName("PageCompiler")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(COMPILER)
        .check(CLASSES);
  }

  @Test
  void theGeneratorSeesOfTheCompilerOnlyWhatJavaPoetAsksFor() {
    DescribedPredicate<JavaClass> allowed = DescribedPredicate.describe(
        "Modifier or @Generated",
        type -> List.of(
                "javax.lang.model.element.Modifier", "javax.annotation.processing.Generated")
            .contains(type.getName()));
    noClasses()
        .that()
        .resideInAPackage("dev.litmus.processor.generate..")
        .should()
        .dependOnClassesThat(resideInAPackage("javax..")
            .and(DescribedPredicate.not(allowed))
            .and(DescribedPredicate.describe(
                "of the compiler", t -> !t.getPackageName().startsWith("javax.sql"))))
        .check(CLASSES);
  }

  @Test
  void onlyTheGeneratorKnowsJavaPoet() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.litmus.processor.generate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(CLASSES);
  }

  @Test
  void onePlacePrints() {
    noClasses()
        .that()
        .doNotHaveSimpleName("ProblemReporter")
        .and()
        .doNotHaveSimpleName("Compilation")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Messager.class)
        .check(CLASSES);
  }

  /**
   * The door: {@code sql} takes the runtime's tokenizer, {@code schema} and {@code evolution} its migration engine,
   * {@code schema} the loader of SQLite's library, everybody its version, and nobody anything else.
   */
  @Test
  void runtimeInternalsAreReachedThroughTheDoorOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.litmus.processor.sql..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.litmus.runtime.internal.sql..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.litmus.processor.schema..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.litmus.runtime.internal.driver..", "dev.litmus.runtime.function..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.litmus.processor.schema..", "dev.litmus.processor.evolution..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.litmus.runtime.internal.migration..")
        .check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("dev.litmus.runtime..")
            .and(DescribedPredicate.not(resideInAPackage("dev.litmus.runtime.internal.sql..")
                .or(resideInAPackage("dev.litmus.runtime.internal.migration.."))
                .or(resideInAPackage("dev.litmus.runtime.internal.driver.."))
                .or(resideInAPackage("dev.litmus.runtime.function.."))
                .or(JavaClass.Predicates.type(LitmusVersion.class)))))
        .check(CLASSES);
  }

  /** A tree can be made by anyone and printed without its text. */
  @Test
  void theTreeKnowsNothingAndThePrinterTheTreeAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.litmus.processor.sql.tree")
        .should()
        .dependOnClassesThat(outside("dev.litmus.processor.sql.tree"))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.litmus.processor.sql.print")
        .should()
        .dependOnClassesThat(
            outside("dev.litmus.processor.sql.tree", "dev.litmus.processor.sql.print"))
        .check(CLASSES);
  }

  /** What is known of functions does not depend on any schema, query or compiler. */
  @Test
  void functionsKnowValuesAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.litmus.processor.function")
        .should()
        .dependOnClassesThat(outside("dev.litmus.processor.function", "dev.litmus.processor.value"))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.litmus.processor.function")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..", "com..")
        .check(CLASSES);
  }

  /** Schemas are compared without any query. */
  @Test
  void theDiffKnowsSchemasAndTheirText() {
    noClasses()
        .that()
        .resideInAPackage("dev.litmus.processor.diff")
        .should()
        .dependOnClassesThat(outside(
            "dev.litmus.processor.diff",
            "dev.litmus.processor.problem",
            "dev.litmus.processor.schema",
            "dev.litmus.processor.sql.."))
        .check(CLASSES);
  }

  /** What judges the inference must not ask it. */
  @Test
  void theRefuterKnowsNothingOfWhoMakesTheClaims() {
    noClasses()
        .that()
        .resideInAPackage("dev.litmus.processor.refute")
        .should()
        .dependOnClassesThat(outside(
            "dev.litmus.processor.refute",
            "dev.litmus.processor.schema",
            "dev.litmus.processor.sql..",
            "dev.litmus.processor.value"))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> outside(String... packages) {
    return resideInAPackage("dev.litmus..")
        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(packages)));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.litmus.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
