package dev.litmus.benchmarks.compare;

/**
 * How long is measured.
 *
 * @param rounds how often each workload is measured in each contender
 * @param millis how long a slice is, about: an operation that has begun is finished
 * @param warmUpMillis how long a workload runs in a contender before the first round
 * @param roundsBeside how often W7 is measured
 * @param millisBeside how long W7 is
 */
record Plan(int rounds, int millis, int warmUpMillis, int roundsBeside, int millisBeside) {

  static final Plan FULL = new Plan(21, 250, 3_000, 5, 2_000);

  static final Plan QUICK = new Plan(9, 60, 600, 3, 500);

  /** Long enough to compare the rows. */
  static final Plan CHECK = new Plan(1, 1, 1, 1, 50);

  int rounds(Workload workload) {
    return workload == Workload.W7 ? roundsBeside : rounds;
  }

  int millis(Workload workload) {
    return workload == Workload.W7 ? millisBeside : millis;
  }

  int warmUp(Workload workload) {
    return workload == Workload.W7 ? millisBeside : warmUpMillis;
  }
}
