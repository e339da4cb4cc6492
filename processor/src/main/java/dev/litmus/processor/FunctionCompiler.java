package dev.litmus.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.litmus.processor.declaration.ElementOrigin;
import dev.litmus.processor.declaration.FunctionDeclaration;
import dev.litmus.processor.declaration.FunctionReader;
import dev.litmus.processor.generate.GeneratedSource;
import dev.litmus.processor.generate.RegistrationGenerator;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.rule.FunctionRule;
import dev.litmus.processor.rule.ProvidesRule;
import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.SqlNames;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The functions and collations that an application declares: those of this compilation, those that an earlier, incremental one
 * has seen, and those of other modules that a repository names.
 */
final class FunctionCompiler {

  private final FunctionReader reader;
  private final List<FunctionDeclaration> known = new ArrayList<>();
  /** By name: the compiler may have other elements in a later round. */
  private final Map<String, TypeElement> seen = new LinkedHashMap<>();

  private final List<FunctionDeclaration> compiled = new ArrayList<>();
  private final List<GeneratedSource> sources = new ArrayList<>();

  FunctionCompiler(Elements elements, Types types) {
    this.reader = new FunctionReader(elements, types);
  }

  /** Reads those of this compilation, and writes what registers each class in which nothing is wrong. */
  List<Problem> compile(Collection<? extends Element> annotated, OutputFiles output)
      throws SQLException, IOException {
    List<Problem> problems = new ArrayList<>();
    for (TypeElement holder : FunctionReader.holders(annotated)) {
      seen.put(holder.toString(), holder);
      Checked<FunctionDeclaration> read = reader.read(holder);
      List<Problem> found = new ArrayList<>(read.problems());
      if (read.value().isPresent()) {
        FunctionDeclaration declaration = read.value().get();
        found.addAll(take(declaration));
        if (!Problem.anyError(found)) {
          GeneratedSource source = RegistrationGenerator.generate(declaration);
          found.addAll(write(source, holder, output));
          compiled.add(declaration);
        }
      }
      problems.addAll(found);
    }
    return problems;
  }

  private List<Problem> write(GeneratedSource source, TypeElement holder, OutputFiles output)
      throws IOException {
    try {
      output.write(source, holder);
      sources.add(source);
      return List.of();
    } catch (FilerException e) {
      return List.of(Problem.of(
              ProblemCode.TAKEN_NAME,
              ElementOrigin.of(holder),
              "what registers the functions of `" + holder.getSimpleName()
                  + "` has the name of a class that exists")
          .help(
              "give that class another name; a generated one is called like the class with the functions,"
                  + " with `Sql` appended"));
    }
  }

  /** Takes classes whose source this compilation does not see. */
  List<Problem> takeCompiled(Collection<TypeElement> holders, ElementOrigin place)
      throws SQLException {
    List<Problem> problems = new ArrayList<>();
    for (TypeElement holder : holders) {
      if (seen.putIfAbsent(holder.toString(), holder) == null) {
        Checked<FunctionDeclaration> read = reader.readCompiled(holder, place);
        problems.addAll(read.problems());
        if (read.value().isPresent()) {
          problems.addAll(take(read.value().get()));
        }
      }
    }
    return problems;
  }

  private List<Problem> take(FunctionDeclaration declaration) throws SQLException {
    Set<String> names = new TreeSet<>();
    Stream.concat(
            declaration.functions().stream().map(function -> function.sql().name()),
            declaration.collations().stream().map(FunctionDeclaration.Collation::name))
        .filter(ApplicationFunctions::isName)
        .forEach(names::add);
    List<Problem> problems = new FunctionRule(SqlNames.read(names)).check(declaration, known);
    known.add(declaration);
    return problems;
  }

  /** Returns what the databases of a schema have. */
  ApplicationFunctions of(String schema) {
    return ApplicationFunctions.union(known.stream()
        .filter(declaration -> declaration.isFor(schema))
        .map(FunctionDeclaration::sql)
        .toList());
  }

  /** Returns what is wrong with the modules of those that were compiled; a compilation can have several. */
  List<Problem> missingProvides() {
    return compiled.stream()
        .filter(declaration -> declaration.module().isPresent())
        .collect(groupingBy(in -> in.module().orElseThrow(), TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(module -> ProvidesRule.checkFunctions(
            module.getKey(), reader.provided(module.getKey()), module.getValue()))
        .flatMap(Optional::stream)
        .toList();
  }

  List<GeneratedSource> sources() {
    return sources;
  }

  /** Returns the classes whose functions the next compilation has to know. */
  Collection<TypeElement> seen() {
    return seen.values();
  }
}
