package dev.litmus.processor.declaration;

import dev.litmus.annotations.Query;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.QueryParser;
import java.util.function.UnaryOperator;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;

/** Reads the SQL of a query, from its annotation or from the file that the annotation names. */
final class QueryReader {

  private final Elements elements;
  private final QueryFiles files;

  QueryReader(Elements elements, QueryFiles files) {
    this.elements = elements;
    this.files = files;
  }

  /** Reads an annotated method; {@code seen} makes of a place one that the compiler can point at. */
  Checked<QueryText> read(ExecutableElement method, UnaryOperator<ElementOrigin> seen) {
    ElementOrigin value = seen.apply(ElementOrigin.ofAnnotation(method, Query.class));
    ElementOrigin file = seen.apply(ElementOrigin.ofAnnotation(method, Query.class, "file"));
    if (file.value().isEmpty()) {
      String sql = value.value().map(QueryReader::text).orElse("");
      return Checked.of(new QueryText(sql, QueryParser.IN_THE_QUERY, value));
    }
    if (value.value().isPresent()) {
      return Checked.failed(Problem.of(
              ProblemCode.TEXT_AND_FILE,
              file,
              "the query of `" + method.getSimpleName() + "` is given twice, as text and as a file")
          .help("remove one of them"));
    }
    String path = text(file.value().get());
    String packageName = elements.getPackageOf(method).getQualifiedName().toString();
    return files
        .read(path, packageName, file)
        .map(found -> new QueryText(found.text(), "in " + found.path(), file));
  }

  private static String text(AnnotationValue value) {
    return value.getValue().toString();
  }
}
