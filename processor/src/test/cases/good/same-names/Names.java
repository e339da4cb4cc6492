package app;

/** Records of one simple name. */
public final class Names {

  private Names() {}

  public record Line(long id) {}

  public static final class Other {

    private Other() {}

    public record Line(double total) {}
  }

  public record Pair<A, B>(A id, B total) {}
}
