package dev.litmus.annotations;

/** The version of these annotations: a processor that is older might not know all that they say, and refuses them. */
public final class AnnotationsVersion {

  /** The version, as the artefact has it: {@code 1.4.0}, or {@code 1.4.0-SNAPSHOT} between releases. */
  public static final String CURRENT = "0.1.0-SNAPSHOT";

  private AnnotationsVersion() {}
}
