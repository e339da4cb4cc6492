package dev.litmus.runtime.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.ChildProcess;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.file.DelegatingFiles;
import dev.litmus.runtime.internal.file.FileHeader;
import dev.litmus.runtime.internal.file.FileHolders;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.Incomplete;
import dev.litmus.runtime.internal.file.WindowsLikeFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that change places, on file systems of all kinds. */
class FileSwapTest {

  private static final ConnectionSettings SETTINGS = new ConnectionSettings(
      true, true, 2, Duration.ofMillis(200), 1000, 1 << 24, 0, ApplicationCode.NONE);

  @TempDir
  Path folder;

  private Path live;
  private Path replacement;

  @BeforeEach
  void files() throws Exception {
    folder = folder.toRealPath();
    live = folder.resolve("a.sqlite");
    replacement = folder.resolve("new.sqlite");
    run(live, "PRAGMA journal_mode = WAL", "CREATE TABLE t AS SELECT 'old' AS x");
    run(replacement, "CREATE TABLE t AS SELECT 'new' AS x");
  }

  private static void run(Path file, String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String content(Path file) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT x FROM t")) {
      return row.getString(1);
    }
  }

  private FileSwap.Before swap(FileSeam files) throws Exception {
    try (Incomplete incomplete = Incomplete.in(files, folder)) {
      return new FileSwap(files, live, SETTINGS, Instant.parse("2026-01-02T03:04:05.678Z"))
          .with(replacement, incomplete);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void changePlaces() throws Exception {
    FileSwap.Before before = swap(FileSeam.DEFAULT);

    assertThat(content(live)).isEqualTo("new");
    assertThat(before.damaged()).isFalse();
    assertThat(content(before.file())).isEqualTo("old");
    assertThat(names()).containsExactly("a.sqlite", "a.sqlite.before-restore-20260102T030405.678Z");
  }

  /** There, a file that is open cannot be renamed: the lock is given up right before. */
  @Test
  void whereOpenFilesCannotBeRenamed() throws Exception {
    FileSwap.Before before = swap(new WindowsLikeFiles());

    assertThat(content(live)).isEqualTo("new");
    assertThat(content(before.file())).isEqualTo("old");
    assertThat(names()).hasSize(2);
  }

  /** Another process that comes in between keeps the file, and everything is as it was. */
  @Test
  void whereAnotherProcessComesInBetween() throws Exception {
    WindowsLikeFiles files = new WindowsLikeFiles();
    files.open(live);

    assertThatThrownBy(() -> swap(files)).isInstanceOf(FileSystemException.class);

    files.closed(live);
    assertThat(content(live)).isEqualTo("old");
    assertThat(names()).containsExactly("a.sqlite", "new.sqlite");
  }

  /** A second name cannot be given there; SQLite makes a copy instead. */
  @Test
  void whereThereAreNoHardLinks() throws Exception {
    FileSwap.Before before = swap(new NoLinks());

    assertThat(content(live)).isEqualTo("new");
    assertThat(content(before.file())).isEqualTo("old");
    assertThat(names()).containsExactly("a.sqlite", "a.sqlite.before-restore-20260102T030405.678Z");
  }

  @Test
  void aDamagedOneWhereThereAreNoHardLinks() throws Exception {
    Files.writeString(live, "nothing that SQLite knows");

    FileSwap.Before before = swap(new NoLinks());

    assertThat(content(live)).isEqualTo("new");
    assertThat(before.damaged()).isTrue();
    assertThat(before.file()).hasContent("nothing that SQLite knows");
  }

  /** Whichever step is refused, the old one is there afterwards, alone. */
  @Test
  void whatIsRefusedChangesNothing() throws Exception {
    for (boolean damaged : new boolean[] {false, true}) {
      if (damaged) {
        Files.writeString(live, "nothing that SQLite knows");
        Files.writeString(folder.resolve("a.sqlite-wal"), "log");
      }
      List<String> names = names();
      int refused = 0;
      for (int step = 1; ; step++) {
        Refusing files = new Refusing(step);
        try {
          swap(files);
          break;
        } catch (IOException e) {
          refused++;
          assertThat(names()).as("step %d refused", step).isEqualTo(names);
          assertThat(FileHeader.isWal(live)).as("step %d refused", step).isEqualTo(!damaged);
        }
      }
      assertThat(refused).isGreaterThanOrEqualTo(3);
      assertThat(content(live)).isEqualTo("new");
      run(replacement, "CREATE TABLE t AS SELECT 'new' AS x");
      for (String name : names()) {
        if (name.contains("before")) {
          Files.delete(folder.resolve(name));
        }
      }
    }
  }

  /** It would take the log of the new database for that of the old one, which it has open: both have had the same name. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aProgramThatOpensItRightBeforeDamagesNeither() throws Exception {
    try (ChildProcess late = ChildProcess.start(folder.resolve("process"), LateChild.class, live)) {
      assertThat(late.line()).isEqualTo("ready");
      FileSwap swap = new FileSwap(new OpenedBefore(late), live, SETTINGS, Instant.now());
      FileSwap.Before before;
      try (Incomplete incomplete = Incomplete.in(FileSeam.DEFAULT, folder)) {
        before = swap.with(replacement, incomplete);
      }
      try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + live);
          Statement statement = open.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("CREATE TABLE more AS SELECT randomblob(100000) AS x");
        swap.release(Duration.ZERO);
        assertLocked(before.file());
        swap.release(Duration.ofSeconds(10));
        assertThat(late.line()).startsWith("refused").contains("locked");
      }
      for (Path file : List.of(live, before.file())) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
          assertThat(row.getString(1)).isEqualTo("ok");
        }
      }
      assertThat(content(live)).isEqualTo("new");
      assertThat(content(before.file())).isEqualTo("old");
    }
  }

  private static void assertLocked(Path file) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=0");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT x FROM t"))
          .hasMessageContaining("locked");
    }
  }

  /** Right before the exchange, another process opens the file. */
  private static final class OpenedBefore extends DelegatingFiles {
    private final ChildProcess late;

    OpenedBefore(ChildProcess late) {
      super(FileSeam.DEFAULT);
      this.late = late;
    }

    @Override
    public void moveOver(Path file, Path replaced) throws IOException {
      late.tell("go");
      while (FileHolders.others(replaced).isEmpty()) {
        Thread.onSpinWait();
      }
      super.moveOver(file, replaced);
    }
  }

  /** Like FAT. */
  private static final class NoLinks extends DelegatingFiles {
    NoLinks() {
      super(FileSeam.DEFAULT);
    }

    @Override
    public void link(Path file, Path secondName) throws IOException {
      throw new FileSystemException(file.toString(), secondName.toString(), "not permitted");
    }
  }

  /** Refuses one step of all that change names; what puts things back works again. */
  private static final class Refusing extends DelegatingFiles {
    private int left;

    Refusing(int step) {
      super(FileSeam.DEFAULT);
      this.left = step;
    }

    private void step(Path file) throws IOException {
      if (--left == 0) {
        throw new IOException("refused: " + file);
      }
    }

    @Override
    public void copyRights(Path from, Path to) throws IOException {
      step(from);
      super.copyRights(from, to);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
      step(directory);
      super.syncDirectory(directory);
    }

    @Override
    public void moveToNew(Path file, Path newName) throws IOException {
      step(file);
      super.moveToNew(file, newName);
    }

    @Override
    public void moveOver(Path file, Path replaced) throws IOException {
      step(file);
      super.moveOver(file, replaced);
    }

    @Override
    public void link(Path file, Path secondName) throws IOException {
      step(file);
      super.link(file, secondName);
    }
  }
}
