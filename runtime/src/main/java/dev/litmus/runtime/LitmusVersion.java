package dev.litmus.runtime;

/**
 * The version of this runtime. The processor compares it with its own while compiling, and the runtime with that of the
 * code that was generated for it, because the parts of Litmus come from dependencies that a build may choose apart.
 */
public final class LitmusVersion {

  /** The version, as the artefact has it: {@code 1.4.0}, or {@code 1.4.0-SNAPSHOT} between releases. */
  public static final String CURRENT = "0.1.0-SNAPSHOT";

  private LitmusVersion() {}

  /**
   * Tells whether something that was made for one version works with another: with itself and what follows it, as far as
   * <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning</a> promises that nothing is taken away. That is up
   * to the next major version, and before 1.0.0 up to the next minor one; bug fixes make no difference.
   *
   * @param made the version that something was made for
   * @param used the version that it is to be used with
   * @return false also when one of them is no version
   */
  public static boolean works(String made, String used) {
    int[] from = numbers(made);
    int[] to = numbers(used);
    if (from.length < 2 || to.length < 2 || from[0] != to[0]) {
      return false;
    }
    return from[0] == 0 ? from[1] == to[1] : from[1] <= to[1];
  }

  /** Major and minor; nothing when the text is no version. */
  private static int[] numbers(String version) {
    String[] parts = version.split("[.-]", 3);
    try {
      return parts.length < 2
          ? new int[0]
          : new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
    } catch (NumberFormatException e) {
      return new int[0];
    }
  }
}
