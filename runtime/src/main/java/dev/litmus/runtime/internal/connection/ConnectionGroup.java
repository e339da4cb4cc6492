package dev.litmus.runtime.internal.connection;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Connections of one kind, opened on demand, behind their {@link Gate}. A thread gets the one it used last if that is
 * free: a connection's page cache is warm for what its last user did. Safe for all threads.
 */
final class ConnectionGroup {

  /** Opens one more connection, for a place of the group, unless that takes too long. */
  interface Opener {
    PooledConnection open(int place, @Nullable Deadline deadline) throws SQLException;
  }

  private static final int NONE = -1;

  private final Gate gate;
  private final Opener opener;
  private final @Nullable PooledConnection[] connections;
  private final boolean[] taken;
  private boolean finished;

  ConnectionGroup(int size, Opener opener) {
    this.gate = new Gate(size);
    this.opener = opener;
    this.connections = new @Nullable PooledConnection[size];
    this.taken = new boolean[size];
  }

  Gate gate() {
    return gate;
  }

  /** Puts a connection that is open already in the first place. */
  synchronized void add(PooledConnection connection) {
    connections[connection.index()] = connection;
  }

  /**
   * Takes a free connection; the caller has entered the gate, so there is one.
   *
   * @param preferred the place that the thread used last, or a negative number
   * @param deadline when a connection that is not open yet has to be, or null
   * @return the connection, or null when the group is finished
   */
  @Nullable
  PooledConnection take(int preferred, @Nullable Deadline deadline) throws SQLException {
    int place;
    synchronized (this) {
      if (finished) {
        return null;
      }
      place = choose(preferred);
      taken[place] = true;
      PooledConnection open = connections[place];
      if (open != null) {
        return open;
      }
    }
    return openAt(place, deadline);
  }

  private PooledConnection openAt(int place, @Nullable Deadline deadline) throws SQLException {
    PooledConnection opened = null;
    try {
      opened = opener.open(place, deadline);
      return opened;
    } finally {
      synchronized (this) {
        connections[place] = opened;
        taken[place] = opened != null;
      }
    }
  }

  private int choose(int preferred) {
    if (preferred >= 0 && !taken[preferred] && connections[preferred] != null) {
      return preferred;
    }
    int unopened = NONE;
    for (int place = 0; place < taken.length; place++) {
      if (!taken[place] && connections[place] != null) {
        return place;
      }
      if (!taken[place] && unopened == NONE) {
        unopened = place;
      }
    }
    if (unopened == NONE) {
      throw new IllegalStateException("more threads than connections are inside the gate");
    }
    return unopened;
  }

  /**
   * Takes a connection back. One that nobody can vouch for is closed; when the group is finished, {@link #closeIdle}
   * does that, which knows the order.
   */
  void giveBack(PooledConnection connection) throws SQLException {
    synchronized (this) {
      if (finished || !connection.isBroken()) {
        taken[connection.index()] = false;
        return;
      }
    }
    try {
      connection.close();
    } finally {
      synchronized (this) {
        connections[connection.index()] = null;
        taken[connection.index()] = false;
      }
    }
  }

  /** Interrupts what runs on connections that somebody has. */
  void interrupt() throws SQLException {
    for (PooledConnection connection : snapshot()) {
      if (connection != null) {
        connection.interrupt();
      }
    }
  }

  private synchronized @Nullable PooledConnection[] snapshot() {
    @Nullable PooledConnection[] busy = connections.clone();
    for (int place = 0; place < busy.length; place++) {
      busy[place] = taken[place] ? busy[place] : null;
    }
    return busy;
  }

  /** From now on nothing is handed out. */
  synchronized void finish() {
    finished = true;
  }

  /**
   * Closes what nobody has.
   *
   * @return whether every connection is closed now
   */
  synchronized boolean closeIdle() throws SQLException {
    boolean all = true;
    for (int place = 0; place < taken.length; place++) {
      PooledConnection connection = connections[place];
      if (taken[place]) {
        all = false;
      } else if (connection != null) {
        connections[place] = null;
        connection.close();
      }
    }
    return all;
  }
}
