package dev.litmus.benchmarks.compiling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;

/**
 * Who writes implementations of interfaces with SQL while compiling. Doma is the nearest there is: its processor parses the SQL of
 * each method, checks its parameters, and writes a class for each interface. It asks no database whether the SQL is right, nor
 * what it yields.
 */
enum Framework {
  LITMUS(
      "dev.litmus.",
      "Litmus",
      """
      import dev.litmus.annotations.*;
      import java.util.*;
      @Database("shop") public interface Repository%d {
      """,
      List.of("""
      @Query("SELECT * FROM customers WHERE id = :id AND %d > 0")
      Optional<Customer> one%d(long id);
      """, """
      @Query("SELECT id, email, name FROM customers WHERE email LIKE :email || '%d' ORDER BY id")
      List<Customer> like%d(String email);
      """, """
      @Query("SELECT c.id, c.email, c.name FROM customers c JOIN orders o ON o.customer = c.id \
      WHERE o.total > :least + %d ORDER BY c.id")
      List<Customer> buyers%d(double least);
      """, """
      @Query("SELECT count(*) + %d FROM orders o LEFT JOIN customers c ON c.id = o.customer WHERE c.name IS NULL")
      long nameless%d();
      """, """
      @Query("UPDATE customers SET name = :name WHERE id = :id AND id <> %d")
      int rename%d(long id, String name);
      """),
      "public record Customer(long id, String email, String name) {}\n"),

  DOMA(
      "org.seasar.doma.",
      "Doma",
      """
      import org.seasar.doma.*;
      import java.util.*;
      @Dao public interface Repository%d {
      """,
      List.of("""
      @Sql("SELECT * FROM customers WHERE id = /* id */0 AND %d > 0")
      @Select Optional<Customer> one%d(long id);
      """, """
      @Sql("SELECT id, email, name FROM customers WHERE email LIKE /* email */'a' || '%d' ORDER BY id")
      @Select List<Customer> like%d(String email);
      """, """
      @Sql("SELECT c.id, c.email, c.name FROM customers c JOIN orders o ON o.customer = c.id \
      WHERE o.total > /* least */0 + %d ORDER BY c.id")
      @Select List<Customer> buyers%d(double least);
      """, """
      @Sql("SELECT count(*) + %d FROM orders o LEFT JOIN customers c ON c.id = o.customer WHERE c.name IS NULL")
      @Select long nameless%d();
      """, """
      @Sql("UPDATE customers SET name = /* name */'a' WHERE id = /* id */0 AND id <> %d")
      @Update int rename%d(long id, String name);
      """),
      "@org.seasar.doma.Entity public record Customer(long id, String email, String name) {}\n");

  private static final int METHODS_OF_ONE = 20;

  private final String processors;
  private final String title;
  private final String begin;

  @SuppressWarnings("ImmutableEnumChecker") // lists of constants
  private final List<String> methods;

  private final String row;

  Framework(String processors, String title, String begin, List<String> methods, String row) {
    this.processors = processors;
    this.title = title;
    this.begin = begin;
    this.methods = methods;
    this.row = row;
  }

  /** Everyday queries, twenty to an interface, each with a number that makes it another one. */
  GeneratedProject project(Path folder, int methodsInAll) throws IOException {
    GeneratedProject project = new GeneratedProject(folder);
    project.source("Customer", row);
    if (this == LITMUS) {
      project.migration("shop", 1, """
          CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '');
          CREATE TABLE orders (
            id TEXT PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id), total REAL NOT NULL);
          """);
    }
    for (int first = 0; first < methodsInAll; first += METHODS_OF_ONE) {
      int repository = first / METHODS_OF_ONE;
      StringBuilder text = new StringBuilder(String.format(Locale.ROOT, begin, repository));
      for (int i = first; i < Math.min(methodsInAll, first + METHODS_OF_ONE); i++) {
        text.append(String.format(Locale.ROOT, methods.get(i % methods.size()), i, i));
      }
      project.source("Repository" + repository, text.append("}\n").toString());
    }
    return project;
  }

  /** New ones. */
  List<Processor> processors() {
    return Processors.of(processors);
  }

  @Override
  public String toString() {
    return title;
  }
}
