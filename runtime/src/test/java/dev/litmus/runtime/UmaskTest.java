package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UmaskTest {

  @TempDir
  Path folder;

  @Test
  void underAnyUmaskFilesAndDirectoriesAreTheOwnersAlone() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Map<String, ChildJvm> children = new LinkedHashMap<>();
    try {
      for (String umask : List.of("000", "022", "077", "0777")) {
        children.put(umask, start(umask));
      }
      for (String umask : children.keySet()) {
        assertThat(children.get(umask).line()).startsWith("ready");
        assertThat(modes(folder.resolve(umask)))
            .as("umask " + umask)
            .isEqualTo(Map.of(
                "", "rwx------",
                "inner", "rwx------",
                "inner/chat.sqlite", "rw-------",
                "inner/chat.sqlite-wal", "rw-------",
                "inner/chat.sqlite-shm", "rw-------"));
      }
    } finally {
      for (ChildJvm child : children.values()) {
        child.close();
      }
    }
  }

  private ChildJvm start(String umask) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
    Path temporary = Files.createDirectory(folder.resolve("tmp" + umask));
    command.addAll(ChildJvm.command(
        ChildJvm.ownDriver(),
        List.of("-Djava.io.tmpdir=" + temporary),
        OpeningProcess.class,
        folder.resolve(umask).resolve("inner")));
    return ChildJvm.start(command);
  }

  private static Map<String, String> modes(Path root) throws Exception {
    Map<String, String> modes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        modes.put(
            root.relativize(path).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return modes;
  }
}
