package app;

/** Stored by name. */
public enum Level {
  LOW,
  HIGH {
    @Override
    public String toString() {
      return "very high";
    }
  }
}
