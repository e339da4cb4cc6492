package app;

import java.util.List;
import java.util.Set;

/** Collections as components, on two levels. */
public record SampleFilter(Set<Integer> ids, Names names) {

  public record Names(List<String> wanted) {}
}
