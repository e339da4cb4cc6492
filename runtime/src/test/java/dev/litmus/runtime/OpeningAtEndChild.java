package dev.litmus.runtime;

import dev.litmus.runtime.error.LitmusException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that opens a database when it is ending already, and says how that went. */
final class OpeningAtEndChild {

  private OpeningAtEndChild() {}

  /** Argument: the directory. Prints the failure, then whether the file is free. */
  public static void main(String[] arguments) {
    Databases.Builder builder = TestDatabases.builder(Path.of(arguments[0]), "chat");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        builder.closeOnShutdown(Duration.ofSeconds(1)).open().close();
      } catch (LitmusException e) {
        ChildProcess.say(e.code() + " " + e.getMessage());
      } catch (RuntimeException e) {
        ChildProcess.say(e.toString());
      }
      TestDatabases.open(Path.of(arguments[0]), "chat").close();
      ChildProcess.say("free");
    }));
  }
}
