package dev.litmus.processor.generate;

import java.util.List;

/**
 * Moves each SQL constant to its method. JavaPoet prints all fields at the top of a class; a reader wants the SQL beside
 * the code that binds its parameters. Each method is marked with a comment line when it is built, which this replaces.
 */
final class ConstantPlacement {

  private static final String END = "\"\"\");\n\n";

  private ConstantPlacement() {}

  /** The line of javadoc that stands for a constant until it is moved there; an at sign is escaped everywhere else. */
  static String mark(String constant) {
    return "@place " + constant;
  }

  static String place(String source, List<String> constants) {
    String text = source;
    for (String constant : constants) {
      // Static fields come first, in this order, so the next to be moved is the first that is left.
      int start = text.indexOf("  private static final ");
      int end = text.indexOf(END, start) + END.length();
      String declaration = text.substring(start, end);
      text = text.substring(0, start) + text.substring(end);
      text = placeBeforeJavadoc(text, mark(constant), declaration);
    }
    return text;
  }

  private static String placeBeforeJavadoc(String text, String mark, String declaration) {
    int at = text.indexOf("   * " + mark + "\n");
    int javadoc = text.lastIndexOf("  /**\n", at);
    int nextLine = text.indexOf('\n', at) + 1;
    return text.substring(0, javadoc)
        + declaration
        + text.substring(javadoc, at)
        + text.substring(nextLine);
  }
}
