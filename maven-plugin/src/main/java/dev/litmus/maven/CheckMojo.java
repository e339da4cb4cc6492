package dev.litmus.maven;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build when a repository has no implementation, because then Litmus's processor did not run, and nothing has
 * checked the SQL. Since JDK 23 that is what happens, silently, to a processor that is only on the class path. Maven runs the
 * goals of a packaging before others of the same phase, so the module is compiled by then.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class CheckMojo extends AbstractMojo {

  private static final String LESSON = """
      No implementation was generated for the annotation @Database of %s: Litmus's processor did not run, and nothing has \
      checked the SQL.

      Since JDK 23 javac does not run processors that are only on the class path. Name it in the pom.xml:

          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-compiler-plugin</artifactId>
            <configuration>
              <annotationProcessorPaths>
                <path>
                  <groupId>dev.litmus</groupId>
                  <artifactId>litmus-processor</artifactId>
                  <version>%s</version>
                </path>
              </annotationProcessorPaths>
            </configuration>
          </plugin>

      If it is there: in a reactor of several modules that builds Litmus itself, it must be built first; and the compiler \
      must not be told -proc:none.""";

  /** Where the class files are; for repositories among tests, {@code ${project.build.testOutputDirectory}}. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
  private String classes;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version;

  /** Does nothing. */
  @Parameter(property = "litmus.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      return;
    }
    try {
      List<String> missing = CompiledRepositories.withoutImplementation(Path.of(classes));
      if (!missing.isEmpty()) {
        // Compiled again by the next build, whatever the cure is.
        for (String repository : missing) {
          Outputs.forget(Path.of(classes, repository.replaceFirst("\\$.*", "")));
        }
        throw new MojoFailureException(LESSON.formatted(
            missing.stream().map(name -> name.replace('/', '.')).collect(joining(", ")), version));
      }
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot read the class files in " + classes + ": " + e, e);
    }
  }
}
