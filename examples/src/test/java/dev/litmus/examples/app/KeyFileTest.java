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
    KeyFile.make(file);
    byte[] key = KeyFile.open(file).getEncoded();

    assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
    KeyFile.make(file);
    assertThat(KeyFile.open(file).getEncoded()).isEqualTo(key);
    KeyFile.make(folder.resolve("other.key"));
    assertThat(KeyFile.open(folder.resolve("other.key")).getEncoded()).isNotEqualTo(key);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theKeyIsForItsOwnerAlone() throws IOException {
    KeyFile.make(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(file.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeyFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("others than its owner may use the key in ");
  }

  @Test
  void aLostKeyIsNotReplaced() {
    assertThatThrownBy(() -> KeyFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the key in " + file + " is lost");
    assertThatThrownBy(() -> KeyFile.whenNeeded(file).get())
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

      KeyFile.make(key);
      byte[] made = KeyFile.open(key).getEncoded();

      assertThat(made).hasSize(32).isEqualTo(Files.readAllBytes(key));
      try (Stream<Path> files = Files.list(key.getParent())) {
        assertThat(files).containsExactly(key);
      }
    }
  }

  @Test
  void halfAKeyIsNone() throws IOException {
    KeyFile.make(file);
    Files.write(file, new byte[16]);

    assertThatThrownBy(() -> KeyFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("has not 32 bytes, but 16");
  }
}
