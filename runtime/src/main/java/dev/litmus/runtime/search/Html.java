package dev.litmus.runtime.search;

import java.util.Set;
import java.util.TreeSet;

/** What a text must not be taken for by a browser. */
final class Html {

  private static final Set<String> TAGS = Set.of("mark", "b", "em", "i", "span", "strong", "u");

  private Html() {}

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static void checkTag(String tag) {
    if (!TAGS.contains(tag)) {
      throw new IllegalArgumentException("hits cannot be marked with the tag `" + tag
          + "`, but with one of " + new TreeSet<>(TAGS));
    }
  }
}
