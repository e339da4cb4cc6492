package dev.litmus.processor.generate;

import java.util.List;

/**
 * Moves each SQL constant to its method. JavaPoet prints all fields at the top of a class; a reader wants the SQL beside
 * the code that binds its parameters. Each method is marked with a comment line when it is built, which this replaces.
 */
final class ConstantPlacement {

  private static final String END = "\"\"\");\n\n";

  private ConstantPlacement() {}

  /** The line that stands for a constant until it is moved there; it cannot occur in SQL or javadoc of ours. */
  static String mark(String constant) {
    return "litmus:" + constant + ":place";
  }

  static String place(String source, List<String> constants) {
    String text = source;
    for (String constant : constants) {
      // The class may be qualified: users have classes of the same name.
      int name = text.indexOf("SqlStatement " + constant + " = ");
      int start = text.lastIndexOf("  private static final ", name);
      int end = text.indexOf(END, start) + END.length();
      String declaration = text.substring(start, end);
      text = text.substring(0, start) + text.substring(end);
      text = placeBeforeJavadoc(text, mark(constant), declaration);
    }
    return text;
  }

  private static String placeBeforeJavadoc(String text, String mark, String declaration) {
    int at = text.indexOf(mark);
    int javadoc = text.lastIndexOf("  /**\n", at);
    int lineStart = text.lastIndexOf('\n', at) + 1;
    int nextLine = text.indexOf('\n', at) + 1;
    return text.substring(0, javadoc)
        + declaration
        + text.substring(javadoc, lineStart)
        + text.substring(nextLine);
  }
}
