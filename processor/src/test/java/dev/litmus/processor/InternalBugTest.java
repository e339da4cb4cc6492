package dev.litmus.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When litmus itself fails, the build says whose fault it is, where it happened, and goes on to the next repository. */
class InternalBugTest {

  @Test
  void theMessageNamesTheFailureAndThreeFrames() {
    Exception failure = new IllegalStateException("no such row");
    failure.setStackTrace(new StackTraceElement[] {
      new StackTraceElement("dev.litmus.A", "a", "A.java", 1),
      new StackTraceElement("dev.litmus.B", "b", "B.java", 2),
      new StackTraceElement("dev.litmus.C", "c", "C.java", 3),
      new StackTraceElement("dev.litmus.D", "d", "D.java", 4)
    });

    Problem problem = InternalBug.of(Options.ORIGIN, "compiling `OrderRepository`", failure);

    assertThat(ProblemText.render(problem)).isEqualTo("""
            [internal/bug] litmus failed while compiling `OrderRepository`
              java.lang.IllegalStateException: no such row
              at dev.litmus.A.a(A.java:1)
              at dev.litmus.B.b(B.java:2)
              at dev.litmus.C.c(C.java:3)
              note: this is a bug of litmus, not of your code
              help: report it with this message and the interface""");
  }

  @Test
  void aFailureIsReportedAtItsInterface(@TempDir Path migrations) throws Exception {
    Files.createDirectory(migrations.resolve("shop"));
    Files.writeString(
        migrations.resolve("shop").resolve("001_orders.sql"),
        "-- Up\nCREATE TABLE orders (id INTEGER PRIMARY KEY);\n");

    Compilation compilation = javac()
        .withOptions("--release", "17", "-Alitmus.migrations=" + migrations.toAbsolutePath())
        .withProcessors(new WithoutFiles())
        .compile(JavaFileObjects.forSourceString("app.OrderRepository", """
            package app;

            import dev.litmus.annotations.Database;
            import dev.litmus.annotations.Query;

            @Database("shop")
            public interface OrderRepository {

              @Query("SELECT count(*) FROM orders")
              int count();
            }
            """));

    assertThat(compilation.errors()).singleElement().satisfies(error -> {
      assertThat(error.getMessage(Locale.ROOT))
          .startsWith("[internal/bug] litmus failed while compiling `OrderRepository`")
          .contains("java.lang.IllegalStateException: no files today", "this is a bug of litmus");
      assertThat(error.getLineNumber()).isEqualTo(7);
    });
  }

  /** Runs the processor in a compiler that cannot write files. */
  private static final class WithoutFiles extends AbstractProcessor {

    private final LitmusProcessor litmus = new LitmusProcessor();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer none = (Filer) Proxy.newProxyInstance(
          getClass().getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
            throw new IllegalStateException("no files today");
          });
      litmus.init((ProcessingEnvironment) Proxy.newProxyInstance(
          getClass().getClassLoader(),
          new Class<?>[] {ProcessingEnvironment.class},
          (proxy, method, arguments) -> {
            if (method.getName().equals("getFiler")) {
              return none;
            }
            try {
              return method.invoke(environment, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          }));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return litmus.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
      return litmus.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return litmus.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      litmus.process(annotations, round);
      return false;
    }
  }
}
