package dev.litmus.runtime.internal.connection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final @Nullable Thread[] holders;
  private final boolean replaceable;
  private boolean finished;

  /**
   * Creates a group of none.
   *
   * @param replaceable whether a connection that is lost may be replaced; else the group is finished with it
   */
  ConnectionGroup(int size, boolean replaceable, Opener opener) {
    this.gate = new Gate(size);
    this.opener = opener;
    this.connections = new @Nullable PooledConnection[size];
    this.holders = new @Nullable Thread[size];
    this.replaceable = replaceable;
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
      holders[place] = Thread.currentThread();
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
        if (opened == null) {
          holders[place] = null;
        }
      }
    }
  }

  private int choose(int preferred) {
    if (preferred >= 0 && holders[preferred] == null && connections[preferred] != null) {
      return preferred;
    }
    int unopened = NONE;
    for (int place = 0; place < holders.length; place++) {
      if (holders[place] == null && connections[place] != null) {
        return place;
      }
      if (holders[place] == null && unopened == NONE) {
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
        holders[connection.index()] = null;
        return;
      }
      finished = !replaceable;
    }
    try {
      connection.close();
    } finally {
      synchronized (this) {
        connections[connection.index()] = null;
        holders[connection.index()] = null;
      }
    }
  }

  /** Closes every connection, for a thread that has entered the gate for all of them; nobody has one until {@link #resume}. */
  void suspend() throws SQLException {
    List<PooledConnection> idle = new ArrayList<>();
    synchronized (this) {
      for (int place = 0; place < holders.length; place++) {
        holders[place] = Thread.currentThread();
        PooledConnection connection = connections[place];
        if (connection != null) {
          connections[place] = null;
          idle.add(connection);
        }
      }
    }
    SQLException failure = null;
    for (PooledConnection connection : idle) {
      try {
        connection.close();
      } catch (SQLException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Lets connections be opened again. */
  synchronized void resume() {
    Arrays.fill(holders, null);
  }

  /** How many threads can have a connection at once. */
  int size() {
    return holders.length;
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
      busy[place] = holders[place] == null ? null : busy[place];
    }
    return busy;
  }

  /** From now on nothing is handed out. */
  synchronized void finish() {
    finished = true;
  }

  /**
   * Closes what nobody has, or a thread that is dead: it never gives anything back, and whatever it was lent refuses other
   * threads. For a group that is finished.
   *
   * @return whether every connection is closed now
   */
  synchronized boolean closeIdle() throws SQLException {
    boolean all = true;
    for (int place = 0; place < holders.length; place++) {
      Thread holder = holders[place];
      PooledConnection connection = connections[place];
      if (holder != null && holder.isAlive()) {
        all = false;
        continue;
      }
      if (holder != null) {
        holders[place] = null;
        gate.leave(holder);
      }
      if (connection != null) {
        connections[place] = null;
        connection.close();
      }
    }
    return all;
  }
}
