package dev.litmus.runtime;

import dev.litmus.runtime.error.LitmusException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Opens, migrates, writes, reads; says `ready`, waits for a line, and closes. Or says why it cannot. */
public final class OpeningProcess {

  private OpeningProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (Databases databases = open(Path.of(arguments[0]))) {
      System.out.println("ready " + databases.get("chat").file());
      awaitLine();
    } catch (LitmusException e) {
      System.out.println("refused " + e.getMessage().replace('\n', ' '));
      return;
    }
    System.out.println("closed");
  }

  private static void awaitLine() throws Exception {
    if (System.in.read() < 0) {
      throw new IllegalStateException("nobody said to go on");
    }
  }

  private static Databases open(Path directory) {
    Databases databases = TestDatabases.open(directory, "chat");
    SqliteDatabase chat = databases.get("chat");
    chat.transaction(() -> {
      TestDatabases.write(chat, "INSERT INTO chats (id) VALUES (?)", "c1");
      TestDatabases.write(
          chat, "INSERT INTO messages (id, body, chat_id) VALUES (?, ?, ?)", "m1", "x", "c1");
    });
    List<Object> found = TestDatabases.read(
        chat,
        "SELECT body FROM messages WHERE id IN (SELECT +value FROM json_each(?))",
        "[\"m1\"]");
    if (!found.equals(List.of("x"))) {
      throw new IllegalStateException("read " + found);
    }
    return databases;
  }

  /** Called by name in class loaders of its own. */
  public static Void openAndClose(Path directory) {
    open(directory).close();
    return null;
  }

  /** The same in several class loaders at once, each with its own driver and native library. */
  static final class InClassLoaders {

    private InClassLoaders() {}

    public static void main(String[] arguments) throws Exception {
      java.net.URL[] urls =
          new java.net.URL[ChildJvm.classPath(ChildJvm.ownDriver()).size()];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = ChildJvm.classPath(ChildJvm.ownDriver()).get(i).toUri().toURL();
      }
      List<Callable<Object>> tasks = IntStream.range(0, 2)
          .<Callable<Object>>mapToObj(i -> () -> inOwnLoader(urls, Path.of(arguments[0], "db" + i)))
          .toList();
      ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
      for (Future<Object> task : threads.invokeAll(tasks)) {
        task.get();
      }
      threads.shutdown();
      System.out.println("ready, " + System.getProperty("org.sqlite.tmpdir"));
      awaitLine();
      System.out.println("closed");
    }

    private static Object inOwnLoader(java.net.URL[] urls, Path directory) throws Exception {
      java.net.URLClassLoader loader =
          new java.net.URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
      return loader
          .loadClass(OpeningProcess.class.getName())
          .getMethod("openAndClose", Path.class)
          .invoke(null, directory);
    }
  }
}
