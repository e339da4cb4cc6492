package dev.litmus.examples.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("secrets").resolve("app.key");
  }

  @Test
  void theFirstUseMakesAKeyAndLaterOnesReadIt() throws IOException {
    byte[] key = KeyFile.open(file, true).getEncoded();

    assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
    assertThat(KeyFile.open(file, true).getEncoded()).isEqualTo(key);
    assertThat(KeyFile.open(folder.resolve("other.key"), true).getEncoded()).isNotEqualTo(key);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theKeyIsForItsOwnerAlone() throws IOException {
    KeyFile.open(file, true);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(file.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeyFile.open(file, true))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("others than its owner may use the key in ");
  }

  @Test
  void aLostKeyIsNotReplaced() {
    assertThatThrownBy(() -> KeyFile.open(file, false))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the key in " + file + " is lost");
    assertThatThrownBy(() -> KeyFile.whenNeeded(file, false).get())
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("is lost");

    assertThat(file).doesNotExist();
  }

  /** A zip has no hard links, as FAT has none. */
  @Test
  void aKeyIsMadeWhereThereAreNoHardLinks() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
      Path key = zip.getPath("/secrets/app.key");

      byte[] made = KeyFile.open(key, true).getEncoded();

      assertThat(made).hasSize(32).isEqualTo(Files.readAllBytes(key));
      try (Stream<Path> files = Files.list(key.getParent())) {
        assertThat(files).containsExactly(key);
      }
    }
  }

  @Test
  void halfAKeyIsNone() throws IOException {
    KeyFile.open(file, true);
    Files.write(file, new byte[16]);

    assertThatThrownBy(() -> KeyFile.open(file, true))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("has not 32 bytes, but 16");
  }
}
