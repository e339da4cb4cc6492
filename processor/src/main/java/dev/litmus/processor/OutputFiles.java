package dev.litmus.processor;

import dev.litmus.processor.generate.GeneratedSource;
import dev.litmus.processor.schema.Schema;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** What a compilation writes: sources, the list of factories, and the migrations that were verified. */
final class OutputFiles {

  private static final String FACTORIES = "META-INF/services/dev.litmus.runtime.RepositoryFactory";

  private static final String REGISTRATIONS =
      "META-INF/services/dev.litmus.runtime.function.SqlFunctions";

  private static final String FUNCTIONS = "META-INF/litmus/functions";

  private static final String CONVERTERS = "META-INF/litmus/converters";

  private final Filer filer;
  private final Elements elements;

  OutputFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  void write(GeneratedSource source, TypeElement repository) throws IOException {
    try (Writer writer = filer.createSourceFile(source.className(), repository).openWriter()) {
      writer.write(source.text());
    }
  }

  /**
   * Registers the factories. An incremental compilation sees some of the repositories only, so entries of an earlier one
   * stay, as long as their classes are still there.
   */
  void register(Collection<GeneratedSource> sources) throws IOException {
    add(FACTORIES, sources.stream().map(GeneratedSource::factoryName).toList());
  }

  /** Registers what brings functions to SQLite. */
  void registerFunctions(Collection<GeneratedSource> sources) throws IOException {
    add(REGISTRATIONS, sources.stream().map(GeneratedSource::factoryName).toList());
  }

  /** Remembers classes with functions for the compilations that will see some of the sources only. */
  void rememberFunctions(Collection<TypeElement> holders) throws IOException {
    add(FUNCTIONS, binaryNames(holders));
  }

  /** Returns the classes with functions of earlier compilations that are still there. */
  List<TypeElement> rememberedFunctions() throws IOException {
    return known(FUNCTIONS).map(this::find).filter(Objects::nonNull).toList();
  }

  /** Remembers converters for the compilations that will see some of the sources only. */
  void remember(Collection<TypeElement> converters) throws IOException {
    add(CONVERTERS, binaryNames(converters));
  }

  private List<String> binaryNames(Collection<TypeElement> types) {
    return types.stream().map(type -> elements.getBinaryName(type).toString()).toList();
  }

  /** Returns the converters of earlier compilations that are still there. */
  List<TypeElement> remembered() throws IOException {
    return known(CONVERTERS).map(this::find).filter(Objects::nonNull).toList();
  }

  private void add(String path, Collection<String> names) throws IOException {
    TreeSet<String> all = new TreeSet<>(names);
    known(path).forEach(all::add);
    write(path, String.join("\n", all) + "\n");
  }

  private Stream<String> known(String path) throws IOException {
    return existing(path).lines().map(String::strip).filter(name -> find(name) != null);
  }

  /** Embeds each schema's migrations: the runtime applies exactly what was verified here. */
  void embed(List<Schema> schemas) throws IOException {
    for (Schema schema : schemas) {
      for (Map.Entry<String, String> file : schema.embeddedFiles().entrySet()) {
        write(file.getKey(), file.getValue());
      }
    }
  }

  private @Nullable TypeElement find(String binaryName) {
    return binaryName.isEmpty() ? null : elements.getTypeElement(binaryName.replace('$', '.'));
  }

  private String existing(String path) throws IOException {
    try {
      FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", path);
      return file.getCharContent(true).toString();
    } catch (FileNotFoundException | NoSuchFileException | FilerException e) {
      return "";
    }
  }

  private void write(String path, String text) throws IOException {
    FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path);
    try (var out = file.openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
