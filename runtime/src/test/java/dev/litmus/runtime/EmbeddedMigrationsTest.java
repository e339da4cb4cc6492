package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.Migration;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that were compiled against migrations of one schema at different times. */
class EmbeddedMigrationsTest {

  private static final String FIRST = "CREATE TABLE a (x);";
  private static final String SECOND = "CREATE TABLE b (x);";

  @TempDir
  Path directory;

  /** Loaded by each module's own class loader, as a generated factory is. */
  public static final class ModuleFactory implements RepositoryFactory<Runnable> {
    private final String migrations;

    /** For the test. */
    public ModuleFactory(String migrations) {
      this.migrations = migrations;
    }

    @Override
    public String schema() {
      return "modules";
    }

    @Override
    public String version() {
      return LitmusVersion.CURRENT;
    }

    @Override
    public String migrations() {
      return migrations;
    }

    @Override
    public Class<Runnable> repository() {
      return Runnable.class;
    }

    @Override
    public Runnable create(SqliteDatabase database) {
      return () -> {};
    }
  }

  @Test
  void theLongestChainThatContinuesTheOthersIsTaken() throws Exception {
    Path old = folder("old", "1_a.sql", FIRST);
    Path newest = jar("newest.jar", "1_a.sql", "-- again\n" + FIRST, "2_b.sql", SECOND);
    for (List<Path> order : List.of(List.of(old, newest), List.of(newest, old))) {
      assertThat(read(order).migrations()).extracting(Migration::version).containsExactly(1L, 2L);
    }
  }

  @Test
  void chainsThatDoNotContinueEachOtherAreRefusedByTheirModules() throws Exception {
    Path one = jar("one.jar", "1_a.sql", FIRST, "2_b.sql", SECOND);
    Path other = jar("other.jar", "1_a.sql", FIRST, "2_c.sql", SECOND);
    Path edited = folder("edited", "1_a.sql", "CREATE TABLE a (y);");
    assertThatThrownBy(() -> read(List.of(one, other)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("one.jar")
        .hasMessageContaining("other.jar")
        .hasMessageContaining("modules/2_b.sql")
        .hasMessageContaining("modules/2_c.sql");
    assertThatThrownBy(() -> read(List.of(one, edited)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("one.jar")
        .hasMessageContaining("/edited/")
        .hasMessageContaining("modules/1_a.sql");
  }

  @Test
  void aFileThatTheIndexListsButNobodyPackedIsNamed() throws Exception {
    Path broken = jar("broken.jar", "1_a.sql", FIRST, "2_b.sql", null);
    assertThatThrownBy(() -> read(List.of(broken)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("2_b.sql");
  }

  /** In a jar of several modules, one of them has overwritten what the others embedded. */
  @Test
  void migrationsThatTheRepositoryWasNotCompiledAgainstAreRefused() throws Exception {
    Path longer = folder("longer", "1_a.sql", FIRST, "2_b.sql", SECOND);
    List<String> fingerprints = read(List.of(longer)).fingerprints();
    assertThat(fingerprints).hasSize(3).doesNotHaveDuplicates();
    for (String fingerprint : fingerprints) {
      assertThat(read(List.of(longer), fingerprint).migrations()).hasSize(2);
    }

    Path shorter = folder("shorter", "1_a.sql", FIRST);
    Path edited = folder("edited", "1_a.sql", "CREATE TABLE a (y);", "2_b.sql", SECOND);
    Path renamed = folder("renamed", "1_a.sql", FIRST, "2_c.sql", SECOND);
    for (Path other : List.of(shorter, edited, renamed)) {
      assertThatThrownBy(() -> read(List.of(other), fingerprints.get(2)))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("not those that java.lang.Runnable was compiled against");
    }
  }

  private static MigrationChain read(List<Path> modules) throws Exception {
    return read(modules, TestDatabases.NO_MIGRATIONS);
  }

  private static MigrationChain read(List<Path> modules, String fingerprint) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path module : modules) {
      urls.add(module.toUri().toURL());
    }
    urls.add(ModuleFactory.class.getProtectionDomain().getCodeSource().getLocation());
    ClassLoader parent = RepositoryFactory.class.getClassLoader();
    try (URLClassLoader loader = new OwnFactory(urls.toArray(URL[]::new), parent)) {
      Object factory = Class.forName(ModuleFactory.class.getName(), true, loader)
          .getConstructor(String.class)
          .newInstance(fingerprint);
      return EmbeddedMigrations.read("modules", List.of((RepositoryFactory<?>) factory));
    }
  }

  /** Loads the factory itself, so that its class loader is the one that sees the modules. */
  private static final class OwnFactory extends URLClassLoader {
    OwnFactory(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(ModuleFactory.class.getName())) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
      return super.loadClass(name, resolve);
    }
  }

  private Path folder(String name, String... namesAndTexts) throws IOException {
    Path files = Files.createDirectories(
        directory.resolve(name).resolve("META-INF/litmus/embedded/modules"));
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      Files.writeString(files.resolve(namesAndTexts[i]), namesAndTexts[i + 1]);
    }
    Files.writeString(files.resolveSibling("modules.index"), index(namesAndTexts));
    return directory.resolve(name);
  }

  private Path jar(String name, String... namesAndTexts) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      put(entries, "modules.index", index(namesAndTexts));
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        if (namesAndTexts[i + 1] != null) {
          put(entries, "modules/" + namesAndTexts[i], namesAndTexts[i + 1]);
        }
      }
    }
    return jar;
  }

  private static String index(String... namesAndTexts) {
    StringBuilder index = new StringBuilder();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      index.append(namesAndTexts[i]).append('\n');
    }
    return index.toString();
  }

  private static void put(JarOutputStream jar, String name, String text) throws IOException {
    jar.putNextEntry(new JarEntry("META-INF/litmus/embedded/" + name));
    jar.write(text.getBytes(StandardCharsets.UTF_8));
    jar.closeEntry();
  }
}
