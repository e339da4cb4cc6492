package dev.litmus.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Packs a folder of migrations into the module's jar, each database with the list of its files: compilers cannot list what
 * a jar holds. Modules that depend on this one then need no option to find them.
 */
@Mojo(name = "pack", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class PackMojo extends AbstractMojo {

  /** The folder that has a folder for each database. */
  @Parameter(property = "litmus.migrations", defaultValue = "${project.basedir}/migrations")
  private File migrations;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  private String classes;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
  private String directory;

  /** Does nothing. */
  @Parameter(property = "litmus.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      return;
    }
    Path root = migrations.toPath();
    if (!Files.isDirectory(root)) {
      throw new MojoFailureException("There is no folder " + root
          + ": name the one that has a folder for each database in <configuration><migrations>");
    }
    try {
      Path target = Path.of(classes, "litmus", "migrations");
      Path record = Path.of(directory, "litmus", "packed.txt");
      // What an earlier build packed may be gone by now; what else lies there is not ours.
      if (Files.exists(record)) {
        for (String database : Files.readAllLines(record)) {
          delete(target.resolve(database));
          delete(target.resolve(database + ".index"));
        }
      }
      List<Path> databases = list(root, Files::isDirectory);
      for (Path database : databases) {
        pack(database, target);
      }
      Files.createDirectories(record.getParent());
      Files.write(
          record, databases.stream().map(path -> path.getFileName().toString()).toList());
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot pack the migrations in " + root + ": " + e, e);
    }
  }

  private static void pack(Path database, Path target) throws IOException {
    List<Path> files = list(database, file -> file.toString().endsWith(".sql"));
    if (files.isEmpty()) {
      return;
    }
    Path folder = Files.createDirectories(target.resolve(database.getFileName()));
    StringBuilder index = new StringBuilder();
    for (Path file : files) {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      index.append(file.getFileName()).append('\n');
    }
    Files.writeString(target.resolve(database.getFileName() + ".index"), index);
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.filter(wanted).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (Path inner : list(folder, path -> true)) {
        delete(inner);
      }
    }
    Files.deleteIfExists(folder);
  }
}
