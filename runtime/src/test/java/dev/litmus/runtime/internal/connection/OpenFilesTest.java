package dev.litmus.runtime.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFilesTest {

  @TempDir
  Path folder;

  @Test
  void aFileIsClaimedOnceUntilReleased() throws Exception {
    Path file = Files.createFile(folder.resolve("a"));
    Path other = Files.createFile(folder.resolve("b"));
    assertThat(OpenFiles.claim(file)).isTrue();
    assertThat(OpenFiles.claim(file)).isFalse();
    assertThat(OpenFiles.claim(other)).isTrue();
    OpenFiles.release(file);
    assertThat(OpenFiles.claim(file)).isTrue();
    OpenFiles.release(file);
    OpenFiles.release(other);
  }

  @Test
  void allNamesOfAFileAreOne() throws Exception {
    Path file = Files.createFile(folder.resolve("a"));
    assumeTrue(Files.readAttributes(file, BasicFileAttributes.class).fileKey() != null);
    Path link = Files.createLink(folder.resolve("link"), file);
    assertThat(OpenFiles.claim(file)).isTrue();
    assertThat(OpenFiles.claim(link)).isFalse();
    Path renamed = Files.move(file, folder.resolve("renamed"));
    assertThat(OpenFiles.claim(renamed)).isFalse();
    OpenFiles.release(file);
    assertThat(OpenFiles.claim(link)).isTrue();
    OpenFiles.release(link);
  }

  @Test
  void aFileThatIsNotThereIsClaimedByItsNameAlone() {
    Path nowhere = folder.resolve("nowhere");
    assertThat(OpenFiles.claim(nowhere)).isTrue();
    assertThat(OpenFiles.claim(nowhere)).isFalse();
    assertThat(OpenFiles.claim(folder.resolve("elsewhere"))).isTrue();
    OpenFiles.release(nowhere);
    OpenFiles.release(folder.resolve("elsewhere"));
  }
}
