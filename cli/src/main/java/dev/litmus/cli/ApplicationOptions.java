package dev.litmus.cli;

import dev.litmus.processor.schema.ApplicationFunctions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What the application brings to its databases, for every command that makes a schema. */
final class ApplicationOptions {

  @Option(
      names = "--function",
      paramLabel = "SIGNATURE",
      description =
          "A function of the application, for example 'slug(TEXT) TEXT'; as often as there are some.")
  private List<String> functions = List.of();

  @Option(
      names = "--collation",
      paramLabel = "NAME",
      description = "A collation of the application; as often as there are some.")
  private List<String> collations = List.of();

  ApplicationFunctions functions() throws UnusableException {
    List<ApplicationFunctions> all = new ArrayList<>();
    for (String signature : functions) {
      all.add(ApplicationFunctions.parse(signature)
          .orElseThrow(
              () -> new UnusableException("`" + signature + "` is no signature of a function\n"
                  + "write it as `slug(TEXT) TEXT`, or `AGGREGATE middle(NUMERIC) REAL?` with a question"
                  + " mark for what can be NULL")));
    }
    for (String name : collations) {
      all.add(ApplicationFunctions.parse("COLLATION " + name)
          .orElseThrow(() -> new UnusableException("`" + name + "` is no name of a collation")));
    }
    return ApplicationFunctions.union(all);
  }
}
