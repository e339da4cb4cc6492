package dev.litmus.processor;

import dev.litmus.annotations.AnnotationsVersion;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.runtime.LitmusVersion;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The other parts of Litmus, as the compiled code sees them. Builds choose the version of each dependency apart: what
 * generated code calls must be in the runtime, and what the annotations say must be known here.
 */
final class Parts {

  private static final String RUNTIME = LitmusVersion.class.getCanonicalName();
  private static final String ANNOTATIONS = AnnotationsVersion.class.getCanonicalName();
  private static final String CURE =
      "use one version of all parts: import litmus-bom, and name its version for litmus-processor too";

  private final Elements elements;
  private final @Nullable ModuleElement module;

  private Parts(Elements elements, TypeElement repository) {
    this.elements = elements;
    this.module = elements.getModuleOf(repository);
  }

  /** Returns why nothing can be generated for a repository; empty when all fits. */
  static Optional<Problem> check(Elements elements, TypeElement repository) {
    return new Parts(elements, repository).check();
  }

  private Optional<Problem> check() {
    Optional<TypeElement> runtime = find(RUNTIME);
    if (runtime.isEmpty()) {
      return Optional.of(missingRuntime());
    }
    String used = version(runtime.get());
    if (!LitmusVersion.works(LitmusVersion.CURRENT, used)) {
      return Optional.of(other("the runtime on the class path is of " + used));
    }
    String annotations = find(ANNOTATIONS).map(Parts::version).orElse("an older version");
    return LitmusVersion.works(annotations, LitmusVersion.CURRENT)
        ? Optional.empty()
        : Optional.of(other("the annotations on the class path are of " + annotations));
  }

  private Problem missingRuntime() {
    return module == null || module.isUnnamed()
        ? Problem.of(
                ProblemCode.MISSING_RUNTIME,
                Options.ORIGIN,
                "there is no litmus-runtime on the class path, which generated code calls")
            .help("add the dependency dev.litmus:litmus-runtime:" + LitmusVersion.CURRENT)
        : Problem.of(
                ProblemCode.MISSING_RUNTIME,
                Options.ORIGIN,
                "module `" + module.getQualifiedName()
                    + "` does not read `dev.litmus.runtime`, which generated code calls")
            .help("write `requires dev.litmus.runtime;` in module-info.java, and make"
                + " dev.litmus:litmus-runtime a dependency");
  }

  private static Problem other(String fact) {
    return Problem.of(
            ProblemCode.OTHER_VERSION,
            Options.ORIGIN,
            "the processor is of Litmus " + LitmusVersion.CURRENT + ", and " + fact)
        .help(CURE);
  }

  /** As the repository's module sees it: what is not required is not there. */
  private Optional<TypeElement> find(String name) {
    return Optional.ofNullable(
        module == null
            ? elements.getTypeElement(name)
            : elements.getTypeElement(module, name));
  }

  private static String version(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals("CURRENT"))
        .map(VariableElement::getConstantValue)
        .map(String::valueOf)
        .findFirst()
        .orElse("an unknown version");
  }
}
