package dev.litmus.runtime.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.litmus.runtime.ChildJvm;
import dev.litmus.runtime.OpeningProcess;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

  /** Higher than any that Linux gives. */
  private static final long NO_PROCESS = Integer.MAX_VALUE;

  @TempDir
  Path folder;

  private Path temporary;

  @BeforeEach
  void createTemporary() throws Exception {
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @Test
  void nothingStaysBehindAfterTheEnd() throws Exception {
    try (ChildJvm child = open("-Djava.io.tmpdir=" + temporary)) {
      assertThat(child.line()).startsWith("ready");
      child.goOn();
      assertThat(child.line()).isEqualTo("closed");
      assertThat(child.exit()).isZero();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void nothingStaysBehindWhenKilled() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    try (ChildJvm child = open("-Djava.io.tmpdir=" + temporary)) {
      assertThat(child.line()).startsWith("ready");
      child.kill();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void eachClassLoaderLoadsItsOwnAtTheSameTime() throws Exception {
    Class<?> main = Class.forName(OpeningProcess.class.getName() + "$InClassLoaders");
    List<String> options = List.of("-Djava.io.tmpdir=" + temporary);
    try (ChildJvm child =
        ChildJvm.start(ChildJvm.command(ChildJvm.ownDriver(), options, main, folder))) {
      assertThat(child.line()).isEqualTo("ready, null");
      assertThat(folder.resolve("db0/chat.sqlite")).exists();
      assertThat(folder.resolve("db1/chat.sqlite")).exists();
      child.goOn();
      assertThat(child.line()).isEqualTo("closed");
      assertThat(child.exit()).isZero();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aFolderThatTheUserChoseIsUsed() throws Exception {
    Path chosen = Files.createDirectory(folder.resolve("chosen"));
    try (ChildJvm child = open("-Djava.io.tmpdir=" + temporary, "-Dorg.sqlite.tmpdir=" + chosen)) {
      assertThat(child.line()).startsWith("ready");
      assertThat(chosen).isDirectoryContaining("glob:**/sqlite-*");
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void anUnusableFolderIsTheCauseThatIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Path nowhere = folder.resolve("nowhere");
    try (ChildJvm inFile = open("-Djava.io.tmpdir=" + file);
        ChildJvm inNothing = open("-Djava.io.tmpdir=" + nowhere);
        ChildJvm chosen = open("-Dorg.sqlite.tmpdir=" + nowhere)) {
      assertThat(refusal(inFile)).contains(file + " is not a folder");
      assertThat(refusal(inNothing)).contains(nowhere + " is not there");
      assertThat(refusal(chosen)).contains(nowhere.toString()).contains("is not there");
    }
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void aFolderWhereNothingMayRunIsTheCauseThatIsNamed() throws Exception {
    // A mount that only this child sees.
    String script = "mount -t tmpfs -o noexec none '" + temporary + "' || exit 77; exec \"$@\"";
    List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh"));
    command.addAll(ChildJvm.command(
        ChildJvm.ownDriver(),
        List.of("-Djava.io.tmpdir=" + temporary),
        OpeningProcess.class,
        folder.resolve("db")));
    assumeTrue(canMount(), "a mount namespace can be made");
    try (ChildJvm child = ChildJvm.start(command)) {
      assertThat(refusal(child)).contains("noexec");
    }
  }

  private static String refusal(ChildJvm child) throws Exception {
    String line = child.line();
    assertThat(line)
        .startsWith("refused")
        .contains("org.sqlite.tmpdir")
        .doesNotContain("No native library found");
    return line;
  }

  private boolean canMount() {
    try {
      return new ProcessBuilder(
                  "unshare", "-rm", "mount", "-t", "tmpfs", "none", temporary.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (java.io.IOException | InterruptedException e) {
      return false;
    }
  }

  @Test
  void foldersOfProcessesThatAreGoneAreSwept() throws Exception {
    Path stale = old("litmus-sqlite-" + NO_PROCESS + "-x");
    Path living = old("litmus-sqlite-" + ProcessHandle.current().pid() + "-x");
    Path foreign = old("litmus-sqlite-x-y");
    Path other = old("sqlite-1-x");
    Path young = folder("litmus-sqlite-" + NO_PROCESS + "-y");
    Path target = old("target");
    Path link =
        Files.createSymbolicLink(temporary.resolve("litmus-sqlite-" + NO_PROCESS + "-z"), target);
    Path own = UnpackFolder.create(temporary).path();
    assertThat(stale).doesNotExist();
    for (Path kept : List.of(living, foreign, other, young, link, target)) {
      assertThat(kept.resolve("library")).exists();
    }
    assertThat(own).isEmptyDirectory();
    new UnpackFolder(own).remove();
    assertThat(own).doesNotExist();
  }

  private Path old(String name) throws Exception {
    Path path = folder(name);
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    return path;
  }

  private Path folder(String name) throws Exception {
    Path path = Files.createDirectory(temporary.resolve(name));
    Files.writeString(path.resolve("library"), "x");
    return path;
  }

  private ChildJvm open(String... options) throws Exception {
    return ChildJvm.start(ChildJvm.command(
        ChildJvm.ownDriver(), List.of(options), OpeningProcess.class, folder.resolve("db")));
  }
}
