package dev.litmus.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good neighbour to other processors and to the compiler's own process. */
class OtherProcessorsTest {

  private static final JavaFileObject REPOSITORY =
      JavaFileObjects.forSourceString("app.Orders", """
      package app;

      @dev.litmus.annotations.Database("shop")
      interface Orders {
        @dev.litmus.annotations.Query("SELECT id, total FROM orders")
        java.util.List<Order> all();
      }
      """);

  @TempDir
  Path migrations;

  @Test
  void typesThatAnotherProcessorGeneratesAreWaitedFor() throws IOException {
    Compilation compilation = compile(new LitmusProcessor(), new RecordWriter());

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFiles())
        .extracting(JavaFileObject::getName)
        .anyMatch(name -> name.endsWith("OrdersImpl.java"));
  }

  @Test
  void typesThatNobodyGeneratesAreTheCompilersError() throws IOException {
    Compilation compilation = compile(new LitmusProcessor());

    assertThat(compilation.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage(null)).contains("cannot find symbol"));
  }

  /** Without them, incremental builds do not know which generated file belongs to which interface. */
  @Test
  void generatedFilesNameTheInterfaceTheyComeFrom() throws IOException {
    Map<String, List<String>> origins = new TreeMap<>();

    Compilation compilation =
        compile(new FilerSpy(new LitmusProcessor(), origins), new RecordWriter());

    assertThat(compilation.errors()).isEmpty();
    assertThat(origins).containsExactly(Map.entry("app.OrdersImpl", List.of("app.Orders")));
  }

  @Test
  void everySourceVersionIsSupported() {
    assertThat(new LitmusProcessor().getSupportedSourceVersion())
        .isEqualTo(SourceVersion.latestSupported());
  }

  /** A registered driver would keep the processor's class loader, and with it the native library, in a build daemon. */
  @Test
  void noDriverIsRegistered() throws IOException {
    Set<Driver> before = Set.copyOf(DriverManager.drivers().toList());

    compile(new LitmusProcessor(), new RecordWriter());

    assertThat(DriverManager.drivers().toList()).containsExactlyInAnyOrderElementsOf(before);
  }

  private Compilation compile(AbstractProcessor... processors) throws IOException {
    Path shop = Files.createDirectories(migrations.resolve("shop"));
    Files.writeString(
        shop.resolve("001_initial.sql"),
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total INTEGER);");
    return javac()
        .withProcessors(processors)
        .withOptions("-Alitmus.migrations=" + migrations)
        .compile(REPOSITORY);
  }

  /** Writes the record that the repository returns, in the first round. */
  private static final class RecordWriter extends AbstractProcessor {
    private boolean done;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer writer =
            processingEnv.getFiler().createSourceFile("app.Order").openWriter()) {
          writer.write("package app; record Order(long id, Integer total) {}");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  /** Passes everything on, and notes for which elements a processor creates source files. */
  private static final class FilerSpy extends AbstractProcessor {
    private final LitmusProcessor processor;
    private final Map<String, List<String>> origins;

    FilerSpy(LitmusProcessor processor, Map<String, List<String>> origins) {
      this.processor = processor;
      this.origins = origins;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      Filer filer = proxy(Filer.class, environment.getFiler(), (method, arguments) -> {
        if (method.equals("createSourceFile")) {
          List<String> elements =
              Stream.of((Element[]) arguments[1]).map(Element::toString).toList();
          origins.put(arguments[0].toString(), elements);
        }
        return Optional.empty();
      });
      processor.init(proxy(
          ProcessingEnvironment.class,
          environment,
          (method, arguments) ->
              method.equals("getFiler") ? Optional.of(filer) : Optional.empty()));
    }

    private static <T> T proxy(
        Class<T> type, T target, BiFunction<String, Object[], Optional<Object>> instead) {
      return type.cast(Proxy.newProxyInstance(
          type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Optional<Object> answer = instead.apply(method.getName(), arguments);
            try {
              return answer.isPresent() ? answer.get() : method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          }));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }
  }
}
