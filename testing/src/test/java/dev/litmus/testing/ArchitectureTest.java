package dev.litmus.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /** Whoever writes tests with it has no more than a user of Litmus has. */
  @Test
  void onlyJUnitAndTheApiOfTheRuntimeAreUsed() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.litmus.testing",
            "dev.litmus.runtime",
            "dev.litmus.runtime.error",
            "dev.litmus.runtime.fault",
            "dev.litmus.runtime.migration",
            "org.junit.jupiter.api..",
            "org.junit.platform.commons.support..",
            "org.jspecify..",
            "java..")
        .check(new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.litmus.testing"));
  }
}
