package dev.litmus.processor.cases;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A problem as a user sees it.
 *
 * @param file the source's simple name
 * @param kind {@code error} or {@code warning}
 * @param line the line javac names
 * @param message the text, all lines
 * @param source what javac itself underlines
 */
record Diagnosed(String file, String kind, long line, String message, String source) {

  private static final Pattern CODE = Pattern.compile("\\[(\\S+/\\S+)]");

  static Diagnosed of(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject file = diagnostic.getSource();
    String name = file == null ? "" : file.getName().substring(file.getName().lastIndexOf('/') + 1);
    String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
    return new Diagnosed(
        name,
        kind,
        diagnostic.getLineNumber(),
        diagnostic.getMessage(Locale.ROOT),
        sourceOf(diagnostic));
  }

  private static String sourceOf(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      JavaFileObject file = diagnostic.getSource();
      return file == null || diagnostic.getStartPosition() < 0
          ? ""
          : file.getCharContent(true)
              .subSequence((int) diagnostic.getPosition(), (int) diagnostic.getEndPosition())
              .toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Case.Expectation asExpectation() {
    Matcher code = CODE.matcher(message);
    return new Case.Expectation(file, line, code.find() ? code.group(1) : message, underlined());
  }

  /** The word above our own caret; without an excerpt, the name that javac points at, or nothing for a whole value. */
  private String underlined() {
    List<String> lines = message.lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      int caret = lines.get(i).indexOf('^');
      if (caret >= 0
          && lines.get(i).substring(0, caret).isBlank() == false
          && lines.get(i).strip().startsWith("|")) {
        String above = lines.get(i - 1);
        int end = lines.get(i).lastIndexOf('^') + 1;
        return caret >= above.length()
            ? ""
            : above.substring(caret, Math.min(end, above.length())).strip();
      }
    }
    return source.matches("\\w+") ? source : "";
  }

  String text() {
    return (file.isEmpty() ? "" : file + ":" + line + ": ") + kind + ": " + message + "\n";
  }
}
