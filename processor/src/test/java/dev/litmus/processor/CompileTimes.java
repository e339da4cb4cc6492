package dev.litmus.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the processor adds to the time of compiling repositories of many methods. Each size is compiled without and with it,
 * in turns; the first round is what a new compiler pays.
 *
 * <pre>mvn -q -pl processor -am test-compile
 * mvn -q -pl processor dependency:build-classpath -Dmdep.outputFile=cp.txt -Dmdep.includeScope=test
 * java -cp processor/target/test-classes:processor/target/classes:annotations/target/classes:runtime/target/classes:$(cat cp.txt) \
 *     dev.litmus.processor.CompileTimes 200 500 1000 2000</pre>
 */
public final class CompileTimes {

  private static final int METHODS_OF_ONE = 20;
  private static final int ROUNDS = 5;

  /** Everyday queries, each with a place for a number that makes it another one. */
  private static final List<String> METHODS = List.of(
      "@Query(\"SELECT * FROM customers WHERE id = :id AND %d > 0\") Optional<Customer> one%d(long id);",
      "@Query(\"SELECT id, email, name FROM customers WHERE email LIKE :email || '%d' ORDER BY id\") List<Customer> like%d(String email);",
      "@Query(\"SELECT c.id, c.email, c.name FROM customers c JOIN orders o ON o.customer = c.id WHERE o.total > :least + %d ORDER BY c.id\") List<Customer> buyers%d(double least);",
      "@Query(\"SELECT count(*) + %d FROM orders o LEFT JOIN customers c ON c.id = o.customer WHERE c.name IS NULL\") long nameless%d();",
      "@Query(\"UPDATE customers SET name = :name WHERE id = :id AND id <> %d\") int rename%d(long id, String name);");

  private CompileTimes() {}

  /** Takes the numbers of methods. */
  public static void main(String[] arguments) throws IOException {
    System.out.printf(
        "%8s %28s %28s%n", "methods", "first: without, with, more", "best: without, with, more");
    for (String argument : arguments) {
      int methods = Integer.parseInt(argument);
      Path project = Files.createTempDirectory("times");
      try {
        measure(project, methods);
      } finally {
        delete(project);
      }
    }
  }

  private static void measure(Path project, int methods) throws IOException {
    List<Path> sources = write(project, methods);
    double[] first = {0, 0};
    double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
    for (int round = 0; round < ROUNDS; round++) {
      for (int with = 0; with < 2; with++) {
        double seconds = compile(project, sources, with == 1);
        first[with] = round == 0 ? seconds : first[with];
        best[with] = Math.min(best[with], seconds);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%8d %10.2f %8.2f %8.2f %10.2f %8.2f %8.2f%n",
        methods,
        first[0],
        first[1],
        first[1] - first[0],
        best[0],
        best[1],
        best[1] - best[0]);
  }

  private static List<Path> write(Path project, int methods) throws IOException {
    Files.writeString(
        Files.createDirectories(project.resolve("migrations/shop")).resolve("1_initial.sql"), """
        CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT);
        CREATE TABLE orders (
          id TEXT PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id), total REAL NOT NULL);
        """);
    List<Path> sources = new ArrayList<>();
    for (int repository = 0; repository * METHODS_OF_ONE < methods; repository++) {
      StringBuilder text = new StringBuilder("package shop;\n");
      text.append("import dev.litmus.annotations.*;\nimport java.util.*;\n");
      text.append("@Database(\"shop\") public interface Repository").append(repository);
      text.append(" {\n  record Customer(long id, String email, String name) {}\n");
      for (int i = 0; i < METHODS_OF_ONE; i++) {
        int number = repository * METHODS_OF_ONE + i;
        text.append(String.format(Locale.ROOT, METHODS.get(i % METHODS.size()), number, number));
        text.append('\n');
      }
      sources.add(Files.writeString(
          project.resolve("Repository" + repository + ".java"), text.append("}\n")));
    }
    return sources;
  }

  private static double compile(Path project, List<Path> sources, boolean processed)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path output = Files.createTempDirectory(project, "out");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = new ArrayList<>(List.of("-parameters", "-d", output.toString()));
      options.add(
          processed ? "-Alitmus.migrations=" + project.resolve("migrations") : "-proc:none");
      long start = System.nanoTime();
      JavaCompiler.CompilationTask task = compiler.getTask(
          null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      if (processed) {
        task.setProcessors(List.of(new LitmusProcessor()));
      }
      if (!task.call()) {
        throw new IllegalStateException("the repositories do not compile");
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
