package dev.litmus.examples.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    byte[] key = KeyFile.open(file).getEncoded();

    assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
    assertThat(KeyFile.open(file).getEncoded()).isEqualTo(key);
    assertThat(KeyFile.open(folder.resolve("other.key")).getEncoded()).isNotEqualTo(key);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theKeyIsForItsOwnerAlone() throws IOException {
    KeyFile.open(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeyFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("others than its owner may use the key in ");
  }

  @Test
  void halfAKeyIsNone() throws IOException {
    KeyFile.open(file);
    Files.write(file, new byte[16]);

    assertThatThrownBy(() -> KeyFile.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("has not 32 bytes, but 16");
  }
}
