package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;

/**
 * One warning that an {@code @Allow} silences.
 *
 * @param code the name of the warning, as written
 * @param reason why, as written
 * @param origin where the name stands
 * @param everywhere whether it holds for the whole repository, and not for one method
 * @param own whether the repository has it itself, and does not inherit it with a method
 */
public record AllowDeclaration(
    String code, String reason, Origin origin, boolean everywhere, boolean own) {

  /** Tells whether a problem that belongs to {@code where} is one of the method, or repository, that has the annotation. */
  public boolean covers(Origin where) {
    return everywhere
        || (origin instanceof ElementOrigin allow
            && where instanceof ElementOrigin problem
            && problem.isWithin(allow.element()));
  }
}
