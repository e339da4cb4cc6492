package dev.litmus.runtime.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileSeamTest {

  @TempDir
  Path folder;

  static Stream<FileSeam> seams() {
    return Stream.of(FileSeam.DEFAULT, new OtherFiles(), new WindowsLikeFiles());
  }

  @Test
  void theFileSystemChoosesTheWay() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    assertThat(FileSeam.of(folder)).isSameAs(FileSeam.DEFAULT);
    assertThat(FileSeam.DEFAULT).hasToString(posix ? "POSIX" : "elsewhere");
  }

  /** What is synced in a directory whose own name is not may be gone with it after a power cut. */
  @Test
  void theNameOfANewDirectoryIsSynced() throws Exception {
    List<Path> synced = new ArrayList<>();
    CommonFiles files = new CommonFiles() {
      @Override
      void createPrivateDirectory(Path directory) throws IOException {
        Files.createDirectory(directory);
      }

      @Override
      void createPrivateFile(Path file) throws IOException {
        Files.createFile(file);
      }

      @Override
      public void moveToNew(Path file, Path newName) throws IOException {
        Files.move(file, newName);
      }

      @Override
      public boolean movesOpenFiles() {
        return true;
      }

      @Override
      public void copyRights(Path from, Path to) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void syncDirectory(Path directory) throws IOException {
        synced.add(directory);
        throw new IOException("one that may be entered but not read");
      }
    };
    files.createDirectory(folder.resolve("a/b"));
    assertThat(synced).containsExactly(folder, folder.resolve("a"));
    files.createDirectory(folder.resolve("a/b"));
    files.createTemporaryDirectory(folder.resolve("a/c"));
    assertThat(synced).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("seams")
  void directoriesAreCreatedWithTheirParentsAndStay(FileSeam files) throws Exception {
    Path inner = folder.resolve("a/b/c");
    assertThat(files.createDirectory(inner)).isEqualTo(inner.toRealPath()).isDirectory();
    Files.writeString(inner.resolve("x"), "x");
    files.createDirectory(folder.resolve("a/../a/b/c"));
    assertThat(inner.resolve("x")).hasContent("x");
  }

  @ParameterizedTest
  @MethodSource("seams")
  void aFileInADirectorysPlaceIsRefused(FileSeam files) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    for (Path directory : List.of(file, file.resolve("inner"))) {
      assertThatThrownBy(() -> files.createDirectory(directory))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not a folder");
    }
    assertThat(file).hasContent("x");
  }

  @ParameterizedTest
  @MethodSource("seams")
  void aFileIsCreatedOnceAndKeepsItsContent(FileSeam files) throws Exception {
    Path file = folder.resolve("file");
    assertThat(files.createFile(file)).isTrue();
    assertThat(file).isEmptyFile();
    Files.writeString(file, "x");
    assertThat(files.createFile(file)).isFalse();
    assertThat(file).hasContent("x");
  }

  @ParameterizedTest
  @MethodSource("seams")
  void onlyRegularFilesAreAccepted(FileSeam files) throws Exception {
    Path target = Files.createFile(folder.resolve("target"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
    Path directory = Files.createDirectory(folder.resolve("directory"));
    for (Path symbolic : List.of(link, dangling)) {
      assertThatThrownBy(() -> files.createFile(symbolic)).hasMessageContaining("a symbolic link");
    }
    assertThatThrownBy(() -> files.createFile(directory))
        .hasMessageContaining("not a regular file");
    assertThat(folder.resolve("nowhere")).doesNotExist();
    assertThat(files.isRegularFile(target)).isTrue();
    assertThat(Stream.of(link, dangling, directory, folder.resolve("nowhere")))
        .noneMatch(files::isRegularFile);
    assertThatThrownBy(() -> files.requireRegularFile(folder.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @MethodSource("seams")
  void aNewNameNeverReplaces(FileSeam files) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "file");
    Path taken = Files.writeString(folder.resolve("taken"), "taken");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    for (Path name : List.of(taken, link)) {
      assertThatThrownBy(() -> files.moveToNew(file, name))
          .isInstanceOf(FileAlreadyExistsException.class);
      assertThatThrownBy(() -> files.link(file, name))
          .isInstanceOf(FileAlreadyExistsException.class);
    }
    assertThat(file).hasContent("file");
    assertThat(taken).hasContent("taken");
    files.moveToNew(file, folder.resolve("free"));
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("free")).hasContent("file");
    assertThatThrownBy(() -> files.moveToNew(file, folder.resolve("other")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @MethodSource("seams")
  void aFileIsReplacedLinkedAndDeleted(FileSeam files) throws Exception {
    Path old = Files.writeString(folder.resolve("old"), "old");
    Path undo = folder.resolve("undo");
    files.link(old, undo);
    Path fresh = Files.writeString(folder.resolve("fresh"), "fresh");
    files.syncFile(fresh);
    files.moveOver(fresh, old);
    files.syncDirectory(folder);
    assertThat(fresh).doesNotExist();
    assertThat(old).hasContent("fresh");
    assertThat(undo).hasContent("old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), undo);
    assertThat(files.delete(link)).isTrue();
    assertThat(files.delete(link)).isFalse();
    assertThat(undo).hasContent("old");
  }

  @ParameterizedTest
  @MethodSource("seams")
  void whatCannotBeSyncedIsAnError(FileSeam files) {
    assertThatThrownBy(() -> files.syncFile(folder.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void likeWindowsAnOpenFileKeepsItsPlace() throws Exception {
    WindowsLikeFiles files = new WindowsLikeFiles();
    Path file = Files.writeString(folder.resolve("file"), "file");
    Path other = Files.writeString(folder.resolve("other"), "other");
    Path second = folder.resolve("second");
    files.link(file, second);
    files.open(file);
    assertKeepsItsPlace(files, file, other);
    assertKeepsItsPlace(files, second, other);
    files.closed(file);
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
    try (InputStream open = Files.newInputStream(file)) {
      assertThat(open.read()).isEqualTo('f');
      assertKeepsItsPlace(files, file, other);
    }
    files.moveOver(other, file);
    assertThat(file).hasContent("other");
  }

  private void assertKeepsItsPlace(FileSeam files, Path open, Path other) {
    Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> files.moveToNew(open, folder.resolve("free")),
            () -> files.moveOver(open, other),
            () -> files.moveOver(other, open),
            () -> files.delete(open))
        .forEach(change -> assertThatThrownBy(change)
            .isInstanceOf(FileSystemException.class)
            .hasMessageContaining("being used"));
    assertThat(open).hasContent("file");
    assertThat(other).hasContent("other");
  }

  @Test
  void onPosixNewOnesAreTheOwnersAndOldOnesKeepTheirMode() throws Exception {
    assumeTrue(FileSeam.DEFAULT instanceof PosixFiles);
    FileSeam.DEFAULT.createDirectory(folder.resolve("a/b"));
    FileSeam.DEFAULT.createFile(folder.resolve("a/f"));
    assertThat(List.of(mode("a"), mode("a/b"), mode("a/f")))
        .containsExactly("rwx------", "rwx------", "rw-------");
    Files.setPosixFilePermissions(
        folder.resolve("a/b"), PosixFilePermissions.fromString("rwxr-x---"));
    Files.setPosixFilePermissions(
        folder.resolve("a/f"), PosixFilePermissions.fromString("rw-r-----"));
    FileSeam.DEFAULT.createDirectory(folder.resolve("a/b"));
    FileSeam.DEFAULT.createFile(folder.resolve("a/f"));
    assertThat(List.of(mode("a/b"), mode("a/f"))).containsExactly("rwxr-x---", "rw-r-----");
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  @Test
  void elsewhereTheOwnerAloneIsInTheList() throws Exception {
    UserPrincipal owner = Files.getOwner(folder);
    List<AclEntry> list = new ArrayList<>();
    Set<AclEntryFlag> inherited =
        EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
    OtherFiles.ownerOnly(new RecordingView(owner, list), inherited);
    assertThat(list).singleElement().satisfies(entry -> {
      assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
      assertThat(entry.principal()).isEqualTo(owner);
      assertThat(entry.permissions()).containsExactlyInAnyOrder(AclEntryPermission.values());
      assertThat(entry.flags()).isEqualTo(inherited);
    });
    OtherFiles.ownerOnly(null, inherited);
  }

  /** A list that remembers what it was made. */
  private record RecordingView(UserPrincipal owner, List<AclEntry> list)
      implements AclFileAttributeView {
    @Override
    public String name() {
      return "acl";
    }

    @Override
    public List<AclEntry> getAcl() {
      return list;
    }

    @Override
    public void setAcl(List<AclEntry> acl) {
      list.clear();
      list.addAll(acl);
    }

    @Override
    public UserPrincipal getOwner() {
      return owner;
    }

    @Override
    public void setOwner(UserPrincipal owner) {
      throw new UnsupportedOperationException();
    }
  }
}
