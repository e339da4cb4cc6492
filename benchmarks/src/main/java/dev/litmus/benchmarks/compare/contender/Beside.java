package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Message;
import java.util.List;

/** What a thread asks for while another one does too. */
public interface Beside extends AutoCloseable {

  /** W2: returns the messages of a chat in the order of time. */
  List<?> ofChat(String chatId);

  /** W4a: inserts a message in a transaction of its own. */
  void insert(Message message);

  /** Runs a statement that returns nothing and is not measured. */
  void execute(String sql);

  /** Moves the log into the file; not measured. */
  void checkpoint();

  @Override
  void close();
}
