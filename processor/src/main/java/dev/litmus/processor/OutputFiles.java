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
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** What a compilation writes: sources, the list of factories, and the migrations that were verified. */
final class OutputFiles {

  private static final String FACTORIES = "META-INF/services/dev.litmus.runtime.RepositoryFactory";

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
    TreeSet<String> factories = new TreeSet<>();
    existing(FACTORIES).lines().map(String::strip).filter(this::isClass).forEach(factories::add);
    sources.forEach(source -> factories.add(source.factoryName()));
    write(FACTORIES, String.join("\n", factories) + "\n");
  }

  /** Embeds each schema's migrations: the runtime applies exactly what was verified here. */
  void embed(List<Schema> schemas) throws IOException {
    for (Schema schema : schemas) {
      for (Map.Entry<String, String> file : schema.embeddedFiles().entrySet()) {
        write(file.getKey(), file.getValue());
      }
    }
  }

  private boolean isClass(String binaryName) {
    return !binaryName.isEmpty() && elements.getTypeElement(binaryName.replace('$', '.')) != null;
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
