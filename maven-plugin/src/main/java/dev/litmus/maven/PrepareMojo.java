package dev.litmus.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Build;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Has repositories compiled again when the SQL has changed that they were checked against: migrations in the folder of
 * {@code -Alitmus.migrations}, in the module's resources, in other modules and in jars; the script or folder of {@code
 * -Alitmus.schema}; the folder of {@code -Alitmus.snapshot}; files of {@code @Query(file = …)} in the folder of {@code
 * -Alitmus.queries}, and elsewhere those that end in {@code .sql}; and the options themselves. The compiler plugin sees none
 * of these. Repositories among the tests are compiled again as well, but what only the tests depend
 * on is not watched.
 */
@Mojo(
    name = "prepare",
    defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class PrepareMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** Does nothing. */
  @Parameter(property = "litmus.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      return;
    }
    try {
      Path record = Path.of(project.getBuild().getDirectory(), "litmus", "sql.txt");
      Inputs inputs = inputs();
      List<String> changed = inputs.changedSince(record);
      if (!changed.isEmpty()) {
        for (String name : changed) {
          if (!inputs.has(name)) {
            forgetResource(name);
          }
        }
        if (forget()) {
          getLog()
              .info("SQL has changed, and repositories are compiled again: " + changed.get(0)
                  + (changed.size() == 1 ? "" : " and " + (changed.size() - 1) + " more"));
        }
        inputs.write(record);
      }
    } catch (IOException | DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("Cannot find out whether SQL has changed: " + e, e);
    }
  }

  /** Whether there was anything to compile again. */
  private boolean forget() throws IOException {
    Build build = project.getBuild();
    boolean main = Outputs.forget(project.getCompileSourceRoots(), build.getOutputDirectory());
    boolean test =
        Outputs.forget(project.getTestCompileSourceRoots(), build.getTestOutputDirectory());
    return main || test;
  }

  /** The copy of a resource that is gone: nothing else deletes it, and the processor would still find it. */
  private void forgetResource(String name) throws IOException {
    Path file = project.getBasedir().toPath().resolve(name);
    for (Resource resource : project.getResources()) {
      Path root = Path.of(resource.getDirectory());
      if (file.startsWith(root)) {
        Files.deleteIfExists(
            Path.of(project.getBuild().getOutputDirectory()).resolve(root.relativize(file)));
      }
    }
  }

  private Inputs inputs() throws IOException, DependencyResolutionRequiredException {
    Inputs inputs = new Inputs(project.getBasedir().toPath());
    ProcessorOptions options = ProcessorOptions.of(project);
    inputs.addText("the processor's options", options.text());
    for (Path place : options.places()) {
      inputs.addAll(place);
    }
    Set<String> own = new LinkedHashSet<>(project.getCompileSourceRoots());
    own.addAll(project.getTestCompileSourceRoots());
    Stream.of(project.getResources(), project.getTestResources())
        .flatMap(Collection::stream)
        .map(Resource::getDirectory)
        .forEach(own::add);
    for (String root : own) {
      inputs.addSql(Path.of(root));
    }
    for (String element : project.getCompileClasspathElements()) {
      if (!element.equals(project.getBuild().getOutputDirectory())) {
        inputs.addClassPath(Path.of(element));
      }
    }
    return inputs;
  }
}
