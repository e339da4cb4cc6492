package dev.litmus.runtime;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.migration.InvalidMigrationsException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The migrations that the processor embedded beside a repository, exactly as it verified them. */
final class EmbeddedMigrations {

  private static final String FOLDER = "META-INF/litmus/embedded/";

  private EmbeddedMigrations() {}

  static MigrationChain read(String schema, RepositoryFactory<?> factory) {
    ClassLoader own = factory.getClass().getClassLoader();
    ClassLoader loader = own != null ? own : ClassLoader.getSystemClassLoader();
    String index = FOLDER + schema + ".index";
    try {
      // `..` in a name would lead out of the folder, and `/` out of the databases' directory.
      DatabasePath.checkSchema(schema);
      MigrationSource source = MigrationSource.index(index, path -> text(loader, path))
          .orElseThrow(() -> new MigrationException(
              schema,
              "no migrations are embedded: " + index + " is not there",
              "Build the module of " + factory.repository().getName() + " from clean",
              null));
      return MigrationChain.read(schema, source);
    } catch (InvalidMigrationsException | IOException e) {
      throw new MigrationException(
          schema, "the embedded migrations cannot be used: " + e.getMessage(), null, e);
    }
  }

  private static @Nullable String text(ClassLoader loader, String path) throws IOException {
    URL url = loader.getResource(path);
    if (url == null) {
      return null;
    }
    URLConnection connection = url.openConnection();
    // A cached jar file would stay open, and locked on Windows, for the life of the process.
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
