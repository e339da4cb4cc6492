package dev.litmus.examples;

import dev.litmus.examples.app.KeyFile;
import dev.litmus.examples.app.SecretConverter;
import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.Durability;
import dev.litmus.runtime.OpenPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
   *       Its secrets are encrypted.
   *   <li>{@code chat} and {@code code}: after a power cut the last transactions may be gone, and the files are intact.
   *   <li>{@code imagegen}: when it is damaged it is set aside and begun anew. The queue is no reason to go without chats.
   * </ul>
   *
   * @param folder where the files are; made when it is not there
   * @param keyFile the key of the secrets, outside the folder; made when it is not there
   * @return the databases, to be closed by the caller, or when the process ends
   * @throws IOException when there is no key
   */
  public static Databases open(Path folder, Path keyFile) throws IOException {
    SecretKey key = KeyFile.open(keyFile);
    return Databases.builder(folder)
        .settings(
            "app",
            DatabaseSettings.DEFAULT.with(settings ->
                settings.durability(Durability.FULL).converter(new SecretConverter(key))))
        .settings(
            "imagegen",
            DatabaseSettings.DEFAULT.with(settings -> settings.policy(OpenPolicy.RECREATE)))
        .closeOnShutdown(SHUTDOWN)
        .open();
  }
}
