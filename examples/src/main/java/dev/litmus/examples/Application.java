package dev.litmus.examples;

import dev.litmus.examples.app.KeyFile;
import dev.litmus.examples.app.SecretConverter;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.Durability;
import dev.litmus.runtime.OpenPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/** The application's four databases, each opened as what lies in it needs. */
public final class Application {

  private static final Duration SHUTDOWN = Duration.ofSeconds(5);

  private Application() {}

  /**
   * Opens {@code app}, {@code chat}, {@code code} and {@code imagegen}.
   *
   * <ul>
   *   <li>{@code app}: a commit returns when the disk has it, because a credential that was acknowledged must not be lost.
   *       Its secrets are encrypted. When something is wrong with the key, the secrets alone cannot be used, and whoever
   *       asks for one learns why. A lost key is not replaced: put it back, and the secrets are readable again.
   *   <li>{@code chat} and {@code code}: after a power cut the last transactions may be gone, and the files are intact.
   *   <li>{@code imagegen}: when it cannot be opened, the others are. The queue is no reason to go without chats. It is not
   *       {@link OpenPolicy#RECREATE begun anew}, because its images are there only once, and may still be saved.
   * </ul>
   *
   * @param folder where the files are; made when it is not there
   * @param keyFile the key of the secrets, outside the folder; made when neither it nor the {@code app} database is there
   * @return the databases, to be closed by the caller, or when the process ends
   * @throws IOException when the first key cannot be made or used; then nothing is opened, and no database is made
   */
  public static Databases open(Path folder, Path keyFile) throws IOException {
    // The key comes before its database: where the database is, there has been a key.
    if (Files.notExists(folder.resolve("app.sqlite"))) {
      KeyFile.make(keyFile);
    }
    Supplier<SecretKey> key = KeyFile.whenNeeded(keyFile);
    return Databases.builder(folder)
        .settings(
            "app",
            DatabaseSettings.DEFAULT.with(settings ->
                settings.durability(Durability.FULL).converter(new SecretConverter(key))))
        .settings(
            "imagegen",
            DatabaseSettings.DEFAULT.with(settings -> settings.policy(OpenPolicy.OPTIONAL)))
        .closeOnShutdown(SHUTDOWN)
        .open();
  }
}
