package dev.litmus.processor.declaration;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/** Which types this compilation has the source of: others come from class files, without lines and often without names. */
final class SourceTypes {

  /** By name: the compiler may have other elements in a later round. */
  private final Set<String> outermost = new HashSet<>();

  void add(Collection<? extends Element> roots) {
    roots.forEach(root -> outermost.add(root.toString()));
  }

  boolean contains(Element element) {
    Element at = element;
    while (at.getEnclosingElement() != null
        && !(at.getEnclosingElement() instanceof PackageElement)) {
      at = at.getEnclosingElement();
    }
    return outermost.contains(at.toString());
  }
}
