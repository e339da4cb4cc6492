package dev.litmus.processor.inference;

import dev.litmus.processor.value.SqlType;
import java.util.List;

/**
 * What is known of a parameter from all places where it stands.
 *
 * @param path its name, then the names of components; empty for a positional one
 * @param text as written where it stands first
 * @param type what all places agree on; ANY when they do not, or say nothing
 * @param nullable whether NULL makes sense in some place: it is stored where NULL may be, or tested for it
 * @param uses the places, in the order of the text
 */
public record ParameterFacts(
    List<String> path, String text, SqlType type, boolean nullable, List<ParameterUse> uses) {

  public ParameterFacts {
    path = List.copyOf(path);
    uses = List.copyOf(uses);
  }
}
