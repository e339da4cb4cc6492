package dev.litmus.builds;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer that is a named module, compiled by Maven and run on the module path. */
class NamedModuleIT {

  @TempDir
  Path directory;

  @Test
  void itRunsAndALineThatIsMissingIsPrinted() throws Exception {
    Project project = Project.copy("module", directory);
    project.maven("compile").succeeds().doesNotSay("[WARNING]").doesNotSay("[build/");
    run(project).succeeds().says("books 0\n").doesNotSay("WARNING");

    project.replace(
        "src/main/java/module-info.java",
        "provides dev.litmus.runtime.RepositoryFactory with\n      library.BooksImpl.Factory;",
        "");
    project
        .maven("compile")
        .succeeds()
        .says("[build/missing-provides] module `library` does not provide the factory of `Books`")
        .says("`provides dev.litmus.runtime.RepositoryFactory with library.BooksImpl.Factory;`");
    run(project)
        .fails()
        .says("no implementation of `library.Books` is registered")
        .says("provides dev.litmus.runtime.RepositoryFactory with library.BooksImpl.Factory");
  }

  private static Run run(Project project) throws IOException, InterruptedException {
    Installation litmus = Installation.get();
    return project.java(
        "--module-path",
        String.join(
            File.pathSeparator,
            "target/classes",
            litmus.jar("runtime").toString(),
            litmus.driver().toString()),
        "--enable-native-access=org.xerial.sqlitejdbc",
        "--module",
        "library/library.Main");
  }
}
