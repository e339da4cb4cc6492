package dev.litmus.runtime.error;

/**
 * A repository was asked for of which no generated implementation is registered. The message says how to have the build
 * generate it.
 */
public final class RepositoryNotFoundException extends LitmusException {

  private static final long serialVersionUID = 1L;

  private static final String GENERATE = """
      The build writes `%2$s` and registers it when `%1$s` has the annotation `@Database` and Litmus's annotation \
      processor runs over it. Since JDK 23 javac does not run processors that are only on the class path, and says nothing. \
      Name it in the pom.xml:

          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-compiler-plugin</artifactId>
            <configuration>
              <annotationProcessorPaths>
                <path>
                  <groupId>dev.litmus</groupId>
                  <artifactId>litmus-processor</artifactId>
                  <version>${litmus.version}</version>
                </path>
              </annotationProcessorPaths>
            </configuration>
          </plugin>""";

  private static final String REGISTER = """
      Its implementation `%2$s` is there, but the service loader does not find it. A named module needs \
      `provides dev.litmus.runtime.RepositoryFactory with %2$s.Factory` in its module-info.java; a jar that is made of \
      several must merge their files in META-INF/services, as the ServicesResourceTransformer of maven-shade-plugin does; \
      and the thread's context class loader must see the class""";

  /**
   * Creates the exception.
   *
   * @param databases the directory of the databases that were searched
   * @param repository the interface without an implementation
   */
  public RepositoryNotFoundException(String databases, Class<?> repository) {
    super(
        databases,
        null,
        "no implementation of `" + repository.getName() + "` is registered",
        (isGenerated(repository) ? REGISTER : GENERATE)
            .formatted(repository.getSimpleName(), implementation(repository)),
        null);
  }

  private static boolean isGenerated(Class<?> repository) {
    try {
      Class.forName(implementation(repository), false, repository.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** The qualified name that the processor gives it: a nested interface brings its outer names along. */
  private static String implementation(Class<?> repository) {
    String packageName = repository.getPackageName();
    String simple = packageName.isEmpty()
        ? repository.getName()
        : repository.getName().substring(packageName.length() + 1);
    String name = simple.replace('$', '_') + "Impl";
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_REPOSITORY_NOT_FOUND;
  }
}
