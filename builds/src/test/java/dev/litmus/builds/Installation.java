package dev.litmus.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A local repository with the artifacts of this build, as {@code mvn install} would leave them, and nothing else of this
 * project. What else a build needs it takes from the local repository of the build that runs these tests, or fetches it.
 */
final class Installation {

  static final String VERSION = System.getProperty("litmus.version");

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path FOLDER = Path.of("target", "installation").toAbsolutePath();
  private static final Path REPOSITORY = FOLDER.resolve("repository");

  private static final List<String> JARS =
      List.of("annotations", "runtime", "processor", "maven-plugin");

  private static final Installation INSTANCE = install();

  private final Path settings;

  private Installation(Path settings) {
    this.settings = settings;
  }

  static Installation get() {
    return INSTANCE;
  }

  /** The global settings for Maven; those of the user, which may name a mirror, stay in force. */
  Path settings() {
    return settings;
  }

  Path repository() {
    return REPOSITORY;
  }

  /** The jar of one of our modules. */
  Path jar(String module) {
    return target(module, ".jar");
  }

  /** How a jar becomes one of another version. */
  @FunctionalInterface
  interface Change {
    void copy(Path from, Path to) throws IOException;
  }

  /** Installs the runtime once more, as another version, and returns its jar. */
  Path installOtherRuntime(String version, Change change) throws IOException {
    Path folder = Files.createDirectories(jar("runtime").getParent().resolveSibling(version));
    String name = "litmus-runtime-" + version;
    String pom = Files.readString(target("runtime", ".pom"));
    Files.writeString(
        folder.resolve(name + ".pom"),
        pom.replaceFirst(
            "<artifactId>litmus-runtime</artifactId>",
            "<artifactId>litmus-runtime</artifactId><version>" + version + "</version>"));
    change.copy(jar("runtime"), folder.resolve(name + ".jar"));
    return folder.resolve(name + ".jar");
  }

  /** The driver, as the runtime's users get it. */
  Path driver() {
    Path versions =
        Path.of(System.getProperty("litmus.localRepository"), "org", "xerial", "sqlite-jdbc");
    String version = pomValue("sqlite-jdbc.version");
    return versions.resolve(version).resolve("sqlite-jdbc-" + version + ".jar");
  }

  private static String pomValue(String property) {
    try {
      String pom = Files.readString(ROOT.resolve("pom.xml"));
      int start = pom.indexOf("<" + property + ">") + property.length() + 2;
      return pom.substring(start, pom.indexOf('<', start));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Installation install() {
    try {
      copy(ROOT.resolve("pom.xml"), target("parent", ".pom"));
      copy(ROOT.resolve("bom/target/bom.xml"), target("bom", ".pom"));
      for (String module : JARS) {
        Path folder = ROOT.resolve(module);
        copy(folder.resolve("pom.xml"), target(module, ".pom"));
        copy(
            folder.resolve("target/litmus-" + module + "-" + VERSION + ".jar"),
            target(module, ".jar"));
      }
      Path settings = Files.writeString(FOLDER.resolve("settings.xml"), """
          <settings>
            <profiles>
              <profile>
                <id>outer</id>
                <repositories>
                  <repository>
                    <id>outer</id>
                    <url>%1$s</url>
                    <releases><checksumPolicy>ignore</checksumPolicy></releases>
                    <snapshots><enabled>false</enabled></snapshots>
                  </repository>
                </repositories>
                <pluginRepositories>
                  <pluginRepository>
                    <id>outer</id>
                    <url>%1$s</url>
                    <releases><checksumPolicy>ignore</checksumPolicy></releases>
                    <snapshots><enabled>false</enabled></snapshots>
                  </pluginRepository>
                </pluginRepositories>
              </profile>
            </profiles>
            <activeProfiles><activeProfile>outer</activeProfile></activeProfiles>
          </settings>
          """.formatted(
              Path.of(System.getProperty("litmus.localRepository")).toUri()));
      return new Installation(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path target(String module, String ending) {
    String artifact = "litmus-" + module;
    return REPOSITORY
        .resolve(Path.of("dev", "litmus", artifact, VERSION))
        .resolve(artifact + "-" + VERSION + ending);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
