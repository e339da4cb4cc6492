package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Span;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a tree says apart from where its pieces stand: the records as text, without their spans. Recursive, so for trees
 * of ordinary depth.
 */
final class Shape {

  private static final Pattern SPAN =
      Pattern.compile("span=" + Span.class.getSimpleName() + "\\[[^]]*], ");
  private static final Pattern LONE_SPAN = Pattern.compile("span=Span\\[[^]]*]");

  /** Literals that are keywords: printed in upper case. */
  private static final Pattern KEYWORD = Pattern.compile("kind=(NULL|TIME), text=\\w+");

  private Shape() {}

  static String of(Object tree) {
    String text =
        LONE_SPAN.matcher(SPAN.matcher(tree.toString()).replaceAll("")).replaceAll("");
    return KEYWORD.matcher(text).replaceAll(word -> word.group().toUpperCase(Locale.ROOT));
  }
}
