package dev.litmus.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One run: all contenders are started, each on a copy of the same files, and asked in turn, in each round in another order. Who is
 * not asked waits.
 */
final class Comparison implements AutoCloseable {

  private final Plan plan;
  private final Progress progress;
  private final List<PeerProcess> processes = new ArrayList<>();
  private final SameRows sameRows = new SameRows();
  private final Measurements measurements = new Measurements();

  Comparison(Plan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /** Starts contenders on copies of files that are made for them. */
  void start(List<Peer> peers, Path folder) throws IOException, SQLException {
    DataFiles files = DataFiles.make(folder.resolve("data"), Size.FULL);
    for (Peer peer : peers) {
      processes.add(new PeerProcess(peer, files.copyTo(folder.resolve(peer.name()))));
    }
  }

  /** Returns who takes part, and in which version. */
  List<String> versions() {
    return processes.stream()
        .map(process -> process.name() + ": " + process.version())
        .toList();
  }

  Measurements measure(List<Workload> workloads) throws IOException {
    progress.begin(workloads);
    for (Workload workload : workloads) {
      measure(
          workload, processes.stream().filter(process -> has(process, workload)).toList());
      progress.step();
    }
    return measurements;
  }

  /** W7 has contenders of its own, and Litmus. */
  private static boolean has(PeerProcess process, Workload workload) {
    boolean shared = process.name().startsWith("shared-");
    return workload == Workload.W7 ? shared || process.name().equals(Peers.LITMUS) : !shared;
  }

  private void measure(Workload workload, List<PeerProcess> asked) throws IOException {
    for (PeerProcess process : asked) {
      sameRows.add(workload, process.name(), process.run(workload, plan.warmUp(workload)));
    }
    for (int round = 0; round < plan.rounds(workload); round++) {
      for (int turn = 0; turn < asked.size(); turn++) {
        PeerProcess process = asked.get((round + turn) % asked.size());
        Answer answer = process.run(workload, plan.millis(workload));
        sameRows.add(workload, process.name(), answer);
        measurements.add(workload, process.name(), answer);
      }
    }
  }

  @Override
  public void close() throws IOException {
    progress.close();
    for (PeerProcess process : processes) {
      process.close();
    }
  }
}
