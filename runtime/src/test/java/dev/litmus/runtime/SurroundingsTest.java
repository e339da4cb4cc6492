package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real faults around a process: disk, permissions, limits, memory. Each is a typed error, loses nothing, and passes. */
class SurroundingsTest {

  private static final String[] WITHOUT_OVERRIDE = {
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search"
  };

  @TempDir
  Path folder;

  private Path directory;

  @BeforeEach
  void createDirectory() throws Exception {
    directory = Files.createDirectory(folder.resolve("db")).toRealPath();
  }

  @Test
  void aFullDisk() throws Exception {
    assertThat(onSmallDisk("full"))
        .satisfiesExactly(
            line -> assertThat(line)
                .startsWith("write: DatabaseFullException DB_FULL")
                .contains("Make room on the disk of " + directory),
            line -> assertThat(line).isEqualTo("nothing is lost"),
            line -> assertThat(line).isEqualTo("ok"),
            line -> assertThat(line).startsWith("transaction: DatabaseFullException DB_FULL"),
            line -> assertThat(line).isEqualTo("half of it: []"),
            line -> assertThat(line).isEqualTo("with room: nothing was thrown"),
            line -> assertThat(line).isEqualTo("nothing is lost"),
            line -> assertThat(line).isEqualTo("ok"));
  }

  @Test
  void aDiskThatIsFullAtTheStart() throws Exception {
    assertThat(onSmallDisk("full-when-opened"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("full"),
            line -> assertThat(line)
                .startsWith("open: DatabaseOpenException DB_CONNECTION_FAILED")
                .contains("Make room on the disk of " + directory),
            line -> assertThat(line).isEqualTo("with room: nothing was thrown"));
  }

  @Test
  void aDiskWithoutRoomForABackup() throws Exception {
    assertThat(onSmallDisk("full-backup"))
        .satisfiesExactly(
            line -> assertThat(line)
                .startsWith("migrate: MigrationException DB_MIGRATION_FAILED")
                .contains("nothing was migrated, because the backup into")
                .contains("full"),
            line -> assertThat(line).isEqualTo("backups: 0"),
            line -> assertThat(line).isEqualTo("with room: nothing was thrown"),
            line -> assertThat(line).as("with its manifest").isEqualTo("backups: 2"));
  }

  @Test
  void aReadOnlyMedium() throws Exception {
    assertThat(onSmallDisk("read-only"))
        .satisfiesExactly(
            line -> assertThat(line)
                .startsWith("open: DatabaseOpenException DB_CONNECTION_FAILED")
                .contains("may not write the file. Let this process write " + directory),
            line -> assertThat(line)
                .as("a log needs shared memory beside it")
                .startsWith("open to read: DatabaseOpenException DB_CONNECTION_FAILED")
                .contains("Check that " + directory),
            line -> assertThat(line).isEqualTo("writable: nothing was thrown"),
            line -> assertThat(line).isEqualTo("open to read without WAL: nothing was thrown"));
  }

  /** A file system of its own that only the child sees. */
  private List<String> onSmallDisk(String fault) throws Exception {
    String script = "mount -t tmpfs -o size=3m none '" + directory + "' && exec \"$@\"";
    assumeThat(runs("unshare", "-rm", "sh", "-c", script, "sh", "true"))
        .as("a mount namespace can be made")
        .isTrue();
    return run(List.of("unshare", "-rm", "sh", "-c", script, "sh"), fault);
  }

  @Test
  void aFileThatMayNotGrow() throws Exception {
    assumeThat(runs("prlimit", "--version")).isTrue();
    String script = "ulimit -S -f 4000 && exec \"$@\"";
    assertThat(run(List.of("sh", "-c", script, "sh"), "too-long"))
        .satisfiesExactly(
            line -> assertThat(line)
                .startsWith("write: StatementException DB_STATEMENT_FAILED")
                .contains("The disk or its file system failed"),
            line -> assertThat(line).isEqualTo("nothing is lost"),
            line -> assertThat(line).isEqualTo("ok"),
            line -> assertThat(line).isEqualTo("without limit: nothing was thrown"),
            line -> assertThat(line).isEqualTo("nothing is lost"),
            line -> assertThat(line).isEqualTo("ok"));
  }

  @Test
  void missingPermissions() throws Exception {
    assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
    List<String> prefix = List.of();
    if (System.getProperty("user.name").equals("root")) {
      // Who may do everything is shown nothing.
      prefix = List.of(WITHOUT_OVERRIDE);
      List<String> probe = new ArrayList<>(prefix);
      probe.add("true");
      assumeThat(runs(probe.toArray(String[]::new))).isTrue();
    }
    String refused = ": DatabaseOpenException DB_CONNECTION_FAILED";
    assertThat(run(prefix, "permissions"))
        .satisfiesExactly(
            line -> assertThat(line)
                .startsWith("file r--------" + refused)
                .contains("may not write the file. Let this process write " + directory),
            line -> assertThat(line)
                .startsWith("file ---------" + refused)
                .contains("may not be used by this user")
                .contains("Check that " + directory),
            line -> assertThat(line)
                .startsWith("directory r-x------" + refused)
                .contains("and their directory"),
            line -> assertThat(line)
                .startsWith("directory r--------" + refused)
                .contains("Let this process use the file and its directory"),
            line -> assertThat(line)
                .startsWith("directory ---------" + refused)
                .contains("Let this process use the file and its directory"),
            line -> assertThat(line).isEqualTo("allowed: nothing was thrown"));
  }

  @Test
  void outOfMemoryInAResult() throws Exception {
    assertThat(run(List.of(), "memory", "-Xmx32m"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("list: OutOfMemoryError"),
            line -> assertThat(line).isEqualTo("then: [7]"),
            line -> assertThat(line)
                .startsWith("blob: StatementException DB_STATEMENT_FAILED")
                .contains("Out of memory. Give the process more memory"),
            line -> assertThat(line).isEqualTo("then: [7]"),
            // JDBC has memory for the text run out in Java, the core of the driver in C.
            line -> assertThat(line)
                .matches(
                    "text: (OutOfMemoryError|StatementException DB_STATEMENT_FAILED .*Out of memory.*)"),
            line -> assertThat(line).isEqualTo("then: [7]"),
            line -> assertThat(line).isEqualTo("transaction: OutOfMemoryError"),
            line -> assertThat(line).isEqualTo("then: [7, 9]"),
            line -> assertThat(line).isEqualTo("then: [7, 9]"));
  }

  private List<String> run(List<String> prefix, String fault, String... options) throws Exception {
    List<String> command = new ArrayList<>(prefix);
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Djava.io.tmpdir=" + folder);
    command.addAll(ChildJvm.command(ChildJvm.ownDriver(), all, FaultChild.class, fault, directory));
    List<String> lines = new ArrayList<>();
    try (ChildJvm child = ChildJvm.start(command)) {
      String line = child.line();
      for (; !line.startsWith("ended: "); line = child.line()) {
        lines.add(line);
      }
      assertThat(child.exit()).as(line).isZero();
    }
    return lines;
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
