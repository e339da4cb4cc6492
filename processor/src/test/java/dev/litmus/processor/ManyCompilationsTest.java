package dev.litmus.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build daemon compiles again and again, each time with a processor that was loaded anew. */
class ManyCompilationsTest {

  private static final int COMPILATIONS = 50;
  private static final String TEMPORARY = "java.io.tmpdir";

  @TempDir
  Path project;

  @Test
  void nothingIsLeftBehind() throws Exception {
    Files.writeString(
        Files.createDirectories(project.resolve("migrations/shop")).resolve("1_initial.sql"),
        "CREATE TABLE orders (id INTEGER PRIMARY KEY);");
    Path source = Files.writeString(project.resolve("Orders.java"), """
        @dev.litmus.annotations.Database("shop")
        public interface Orders {
          @dev.litmus.annotations.Query("SELECT count(*) FROM orders")
          int count();
        }
        """);
    Path temporary = Files.createDirectory(project.resolve("temporary"));
    String before = System.setProperty(TEMPORARY, temporary.toString());

    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    try {
      for (int i = 0; i < COMPILATIONS; i++) {
        loaders.add(compile(source));
      }
    } finally {
      System.setProperty(TEMPORARY, before);
    }

    assertThat(temporary).isEmptyDirectory();
    // The compiler itself may hold on to what it used last.
    assertThat(collected(loaders)).isGreaterThanOrEqualTo(COMPILATIONS - 2);
  }

  private WeakReference<ClassLoader> compile(Path source) throws Exception {
    try (URLClassLoader loader = new Fresh()) {
      Object processor = Class.forName("dev.litmus.processor.LitmusProcessor", true, loader)
          .getConstructor()
          .newInstance();
      assertThat(processor.getClass().getClassLoader()).isSameAs(loader);
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
        JavaCompiler.CompilationTask task = compiler.getTask(
            null,
            files,
            null,
            List.of(
                "-d", project.toString(), "-Alitmus.migrations=" + project.resolve("migrations")),
            null,
            files.getJavaFileObjects(source));
        task.setProcessors(List.of((Processor) processor));
        assertThat(task.call()).isTrue();
      }
      return new WeakReference<>(loader);
    }
  }

  private static long collected(List<WeakReference<ClassLoader>> loaders)
      throws InterruptedException {
    for (int i = 0; i < 50 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    return loaders.stream().filter(loader -> loader.get() == null).count();
  }

  /** Loads Litmus, the driver and JavaPoet itself, as a compiler does with its processor path. */
  private static final class Fresh extends URLClassLoader {
    Fresh() {
      super(
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .map(Path::of)
              .map(Fresh::url)
              .toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
      try {
        return path.toUri().toURL();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
