package dev.litmus.processor;

import com.google.auto.service.AutoService;
import dev.litmus.annotations.Allow;
import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Converter;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.SqlAggregate;
import dev.litmus.annotations.SqlCollation;
import dev.litmus.annotations.SqlFunction;
import dev.litmus.annotations.Transactional;
import dev.litmus.processor.declaration.FunctionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The entry: for every interface annotated with {@link Database}, in this order,
 *
 * <ol>
 *   <li>read its declaration ({@code declaration});
 *   <li>bring the application's functions to its schema ({@code declaration}, {@code rule}, {@code generate});
 *   <li>migrate its schema, once per compilation ({@code schema});
 *   <li>parse, rewrite and have SQLite judge each query ({@code sql}, {@code rewrite}, {@code analysis});
 *   <li>check it against its method ({@code rule});
 *   <li>write the implementation, when nothing is wrong ({@code model}, {@code generate});
 *   <li>print the problems, all in one place ({@link ProblemReporter}).
 * </ol>
 *
 * At the end it embeds the migrations it verified and registers the factories. An interface whose signatures name types
 * that another processor has yet to generate waits for a later round.
 */
@AutoService(Processor.class)
public final class LitmusProcessor extends AbstractProcessor {

  private final List<String> waiting = new ArrayList<>();
  private @Nullable Compilation compilation;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(
        Database.class.getName(),
        Converter.class.getName(),
        SqlFunction.class.getName(),
        SqlAggregate.class.getName(),
        SqlCollation.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.ALL;
  }

  /** Whatever is newest: a processor that says less breaks its users' {@code -Werror}. */
  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Compilation current = compilation == null ? Compilation.begin(processingEnv) : compilation;
    compilation = current;
    if (round.processingOver()) {
      current.finish(round.errorRaised());
      return false;
    }
    current.compiles(round.getRootElements());
    current.addConverters(ElementFilter.typesIn(round.getElementsAnnotatedWith(Converter.class)));
    current.checkTransactions(
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(Transactional.class)));
    current.checkAllowances(
        round.getElementsAnnotatedWithAny(Set.of(Allow.class, Allow.All.class)));
    current.checkAtMostOnes(
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(AtMostOne.class)));
    List<TypeElement> repositories = candidates(round);
    current.addFunctions(
        round.getElementsAnnotatedWithAny(
            Set.of(SqlFunction.class, SqlAggregate.class, SqlCollation.class)),
        repositories);
    for (TypeElement repository : repositories) {
      if (current.isComplete(repository)) {
        current.compile(repository);
      } else {
        waiting.add(repository.getQualifiedName().toString());
      }
    }
    return false;
  }

  private List<TypeElement> candidates(RoundEnvironment round) {
    List<TypeElement> candidates = new ArrayList<>();
    waiting.stream()
        .map(name -> processingEnv.getElementUtils().getTypeElement(name))
        .forEach(candidates::add);
    waiting.clear();
    ElementFilter.typesIn(round.getElementsAnnotatedWith(Database.class)).stream()
        .filter(annotated -> !FunctionReader.isScope(annotated))
        .forEach(candidates::add);
    return candidates;
  }
}
