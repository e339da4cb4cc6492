package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Message;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One connection for all threads, by hand: whoever uses it holds the lock. For W7. */
final class Shared implements Beside {

  private final JdbcContender connection;
  private final Lock lock;

  Shared(JdbcContender connection, boolean fair) {
    this.connection = connection;
    this.lock = new ReentrantLock(fair);
  }

  @Override
  public List<Message> ofChat(String chatId) {
    lock.lock();
    try {
      return connection.ofChat(chatId);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void insert(Message message) {
    lock.lock();
    try {
      connection.insert(message);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void execute(String sql) {
    connection.execute(sql);
  }

  @Override
  public void checkpoint() {
    connection.checkpoint();
  }

  @Override
  public void close() {
    connection.close();
  }
}
