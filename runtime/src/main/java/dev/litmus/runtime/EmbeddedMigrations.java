package dev.litmus.runtime;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.migration.InvalidMigrationsException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The migrations that the processor embedded beside repositories, exactly as it verified them. Several modules may have
 * embedded those of one schema, at different times: the longest chain is taken, if it continues all the others.
 */
final class EmbeddedMigrations {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private static final String FOLDER = "META-INF/litmus/embedded/";

  private EmbeddedMigrations() {}

  /**
   * Reads the migrations of one schema.
   *
   * @param factories the repositories of the schema; their class loaders see the modules that embedded it
   */
  static MigrationChain read(String schema, Collection<? extends RepositoryFactory<?>> factories) {
    String index = FOLDER + schema + ".index";
    try {
      // `..` in a name would lead out of the folder, and `/` out of the databases' directory.
      DatabasePath.checkSchema(schema);
      Map<String, URL> places = new LinkedHashMap<>();
      for (RepositoryFactory<?> factory : factories) {
        ClassLoader own = factory.getClass().getClassLoader();
        ClassLoader loader = own != null ? own : ClassLoader.getSystemClassLoader();
        for (URL url : Collections.list(loader.getResources(index))) {
          places.putIfAbsent(url.toExternalForm(), url);
        }
      }
      if (places.isEmpty()) {
        String repository = factories.iterator().next().repository().getName();
        throw new MigrationException(
            schema,
            "no migrations are embedded: " + index + " is not there",
            "Build the module of " + repository + " from clean",
            null);
      }
      MigrationChain chain = longest(schema, index, places.values());
      List<String> fingerprints = chain.fingerprints();
      factories.forEach(factory -> checkFits(schema, fingerprints, factory));
      return chain;
    } catch (InvalidMigrationsException | IOException e) {
      throw new MigrationException(
          schema, "the embedded migrations cannot be used: " + e.getMessage(), null, e);
    }
  }

  /**
   * What is embedded can be older than a repository, or other: in a jar that holds several modules one file wins. When it is
   * newer, nothing has proven that the repository's SQL still fits.
   */
  private static void checkFits(
      String schema, List<String> fingerprints, RepositoryFactory<?> factory) {
    String repository = factory.repository().getName();
    int known = fingerprints.indexOf(factory.migrations());
    if (known < 0) {
      throw new MigrationException(
          schema,
          "the embedded migrations are not those that " + repository + " was compiled against",
          "Build its module from clean; when several modules are packed into one jar, compile all of them against the"
              + " same migrations",
          null);
    }
    if (known < fingerprints.size() - 1) {
      LOG.log(
          Level.WARNING,
          "{0}: {1} was compiled against the first {2} of {3} migrations, and its SQL is not proven on the others:"
              + " build its module again",
          schema,
          repository,
          known,
          fingerprints.size() - 1);
    }
  }

  private static MigrationChain longest(String schema, String index, Collection<URL> places)
      throws InvalidMigrationsException, IOException {
    List<Embedded> all = new ArrayList<>();
    for (URL place : places) {
      all.add(new Embedded(place, read(schema, index, place)));
    }
    Embedded longest = all.get(0);
    for (Embedded candidate : all) {
      if (candidate.chain.migrations().size() > longest.chain.migrations().size()) {
        longest = candidate;
      }
    }
    for (Embedded other : all) {
      if (!longest.chain.startsWith(other.chain)) {
        throw different(schema, index, longest, other);
      }
    }
    return longest.chain;
  }

  /** What one module embedded. */
  private record Embedded(URL index, MigrationChain chain) {}

  private static MigrationException different(
      String schema, String index, Embedded one, Embedded other) {
    int at = one.chain.firstDifference(other.chain);
    return new MigrationException(
        schema,
        "two modules were compiled against migrations that do not continue each other: "
            + module(one, index) + " has `" + one.chain.migrations().get(at).location() + "` where "
            + module(other, index) + " has another `"
            + other.chain.migrations().get(at).location() + "`",
        "Compile both against the same migrations",
        null);
  }

  /** The jar or folder that the index lies in. */
  private static String module(Embedded embedded, String index) {
    String url = embedded.index.toExternalForm();
    return url.substring(0, url.length() - index.length());
  }

  /** Everything is read beside the index itself: by its path alone, the loader could mix two modules. */
  private static MigrationChain read(String schema, String index, URL place)
      throws InvalidMigrationsException, IOException {
    MigrationSource source = MigrationSource.index(index, path -> text(place, index, path))
        .orElseThrow(() -> new IOException(place + " has disappeared"));
    return MigrationChain.read(schema, source);
  }

  private static @Nullable String text(URL place, String index, String path) throws IOException {
    String relative = path.substring(index.lastIndexOf('/') + 1);
    URLConnection connection = new URL(place, relative).openConnection();
    // A cached jar file would stay open, and locked on Windows, for the life of the process.
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      return null;
    }
  }
}
