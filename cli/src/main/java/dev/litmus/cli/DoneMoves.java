package dev.litmus.cli;

import dev.litmus.cli.operate.Moves;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.migration.MigrationMove;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Prints what was done to databases, also of one that fails on its way: each migration is a transaction, and those before
 * the one that fails stay.
 *
 * @param progress told of every migration
 * @param json whether a machine reads it
 */
record DoneMoves(Progress progress, boolean json) {

  /**
   * Works on one database.
   *
   * @param planned what the work is going to do, unless it fails
   * @param work returns what it has done
   */
  void run(String database, List<MigrationMove> planned, Supplier<List<MigrationMove>> work)
      throws IOException {
    int before = progress.done();
    try {
      print(database, work.get());
    } catch (LitmusException e) {
      int done = Math.min(progress.done() - before, planned.size());
      if (done > 0) {
        print(database, planned.subList(0, done));
      }
      throw e;
    }
  }

  private void print(String database, List<MigrationMove> moves) throws IOException {
    progress.print(json ? Moves.json(database, moves, false) : Moves.text(database, moves, false));
  }
}
