package dev.litmus.builds;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The processor is only on the class path, as many a guide to other libraries has it. */
class ProcessorNotRunIT {

  @TempDir
  Path directory;

  @Test
  @EnabledForJreRange(max = JRE.JAVA_22)
  void olderCompilersRunIt() throws Exception {
    Project.copy("class-path", directory).maven("compile").succeeds();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_23)
  void newerCompilersDoNotAndThePluginFailsTheBuild() throws Exception {
    Project project = Project.copy("class-path", directory);

    project
        .maven("compile")
        .fails()
        .says("No implementation was generated for the annotation @Database of Books")
        .says("<annotationProcessorPaths>");

    // Without the plugin the build is green, and the program says so when it starts.
    project.maven("compile", "-Dlitmus.skip").succeeds();
    Installation litmus = Installation.get();
    project
        .java(
            "-cp",
            String.join(
                File.pathSeparator,
                "target/classes",
                litmus.jar("runtime").toString(),
                litmus.driver().toString()),
            "Main")
        .fails()
        .says("no implementation of `Books` is registered")
        .says("<annotationProcessorPaths>");
  }
}
