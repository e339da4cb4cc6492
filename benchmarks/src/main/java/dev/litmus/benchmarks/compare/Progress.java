package dev.litmus.benchmarks.compare;

import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on standard error how far a run is, when somebody looks, and takes that away at its end. */
final class Progress implements AutoCloseable {

  private static final int REDRAWN_MILLIS = 500;

  private final boolean shown;
  private List<Workload> steps = List.of();
  private int done;
  private @Nullable ProgressBar bar;

  Progress(boolean shown) {
    this.shown = shown;
  }

  void begin(List<Workload> workloads) {
    steps = workloads;
    if (shown) {
      bar = new ProgressBarBuilder()
          .setTaskName("comparing")
          .setInitialMax(workloads.size())
          .setStyle(ProgressBarStyle.ASCII)
          .setUpdateIntervalMillis(REDRAWN_MILLIS)
          .clearDisplayOnFinish()
          .build();
      bar.setExtraMessage(steps.get(0).label());
    }
  }

  void step() {
    done++;
    if (bar != null) {
      bar.step();
      bar.setExtraMessage(done < steps.size() ? steps.get(done).label() : "");
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
