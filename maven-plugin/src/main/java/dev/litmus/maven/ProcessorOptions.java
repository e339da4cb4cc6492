package dev.litmus.maven;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler plugin is told: the options of the processor, wherever they stand, and the processor itself.
 *
 * @param values every value of the configuration that has to do with processors, in its order
 */
record ProcessorOptions(List<String> values) {

  private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
  private static final Pattern PLACE =
      Pattern.compile("-Alitmus\\.(?:migrations|schema|queries|snapshot)=(\\S.*)");

  ProcessorOptions {
    values = List.copyOf(values);
  }

  static ProcessorOptions of(MavenProject project) {
    @Nullable Plugin compiler = project.getPlugin(COMPILER);
    List<String> values = new ArrayList<>();
    if (compiler != null) {
      Stream.concat(Stream.of(compiler), compiler.getExecutions().stream())
          .map(ConfigurationContainer::getConfiguration)
          .forEach(configuration -> collect((Xpp3Dom) configuration, false, values));
    }
    return new ProcessorOptions(values);
  }

  /** Collects options, and all below the processor path. */
  private static void collect(@Nullable Xpp3Dom node, boolean inPath, List<String> values) {
    if (node == null) {
      return;
    }
    boolean collects = inPath || node.getName().equals("annotationProcessorPaths");
    @Nullable String value = node.getValue();
    if (value != null && (collects || value.strip().startsWith("-Alitmus."))) {
      values.add(value.strip());
    }
    for (Xpp3Dom child : node.getChildren()) {
      collect(child, collects, values);
    }
  }

  String text() {
    return String.join("\n", values);
  }

  /** The files and folders that options name; what is no path is left to the processor to refuse. */
  List<Path> places() {
    return values.stream()
        .map(PLACE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .flatMap(ProcessorOptions::path)
        .toList();
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }
}
