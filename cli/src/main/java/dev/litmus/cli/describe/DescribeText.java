package dev.litmus.cli.describe;

import dev.litmus.processor.problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** A description as people read it: facts under a name each, or what is wrong. */
public final class DescribeText {

  private static final int NAMES = "parameters".length() + 2;

  private DescribeText() {}

  /** Returns lines, each with its end. */
  public static String render(Description description) {
    List<String> lines = new ArrayList<>();
    if (description.valid()) {
      add(lines, "columns", values(description.columns()));
      add(lines, "parameters", values(description.parameters()));
      add(lines, "rows", List.of(description.rows().text()));
      add(lines, "writes", List.of(description.writes() ? "yes" : "no"));
      add(lines, "reads", description.reads());
      add(lines, "changes", description.changes());
      add(lines, "plan", description.plan());
    }
    for (Finding finding : description.findings()) {
      String severity =
          finding.severity() == Severity.ERROR ? "" : finding.severity().text() + ": ";
      lines.add(severity + finding.text());
    }
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String name, List<String> facts) {
    String indent = " ".repeat(NAMES);
    List<String> shown = facts.isEmpty() ? List.of("-") : facts;
    lines.add(name + indent.substring(name.length()) + shown.get(0));
    shown.stream().skip(1).map(indent::concat).forEach(lines::add);
  }

  /** As a schema would declare them, in two aligned columns. */
  private static List<String> values(List<Value> values) {
    int width = values.stream().mapToInt(value -> value.name().length()).max().orElse(0);
    return values.stream()
        .map(value -> value.name() + " ".repeat(width - value.name().length()) + "  " + value.type()
            + (value.nullable() ? "" : " NOT NULL"))
        .toList();
  }
}
