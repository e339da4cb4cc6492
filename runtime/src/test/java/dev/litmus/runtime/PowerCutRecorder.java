package dev.litmus.runtime;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.litmus.runtime.PowerCutChild.Run;
import dev.litmus.runtime.power.Recording;
import dev.litmus.runtime.power.Strace;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the recordings of {@link PowerCutTest} anew, into the folder that {@code -Dlitmus.record} names. */
class PowerCutRecorder {

  @TempDir
  Path folder;

  @Test
  void record() throws Exception {
    String target = System.getProperty("litmus.record");
    assumeThat(target).isNotNull();
    for (Run run : Run.values()) {
      Path file = Path.of(target + run.recording());
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        record(run, folder.toRealPath()).write(out);
      }
    }
  }

  /** Records the work of the code as it is now. */
  static Recording record(Run run, Path folder) throws Exception {
    Path root = Files.createDirectory(folder.resolve(run.name()));
    Path log = folder.resolve(run + ".strace");
    List<String> options = List.of("-Dorg.sqlite.tmpdir=" + folder, "-Djava.io.tmpdir=" + folder);
    Recording recording = Strace.record(
        root, log, ChildJvm.command(ChildJvm.ownDriver(), options, PowerCutChild.class, root, run));
    Files.delete(log);
    return recording;
  }
}
