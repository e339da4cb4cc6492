package dev.litmus.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.litmus.processor.declaration.Conversion;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.RepositoryModel;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Row;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of a generated class's members: no two alike, and none that the interface uses already. */
final class Names {

  /** The tag of the field that holds the database. */
  static final Object DATABASE = new Object();

  /** Classes whose static members the bodies use; a variable of the same name would come first. */
  private static final List<ClassName> STATICALLY_USED = List.of(
      TypeNames.COLUMNS,
      TypeNames.TEXT_COLUMNS,
      TypeNames.TEXT_VALUES,
      TypeNames.NUMBER_VALUES,
      TypeNames.CONVERSIONS,
      TypeNames.HIGHLIGHTED_TEXT,
      TypeNames.ROW_COLLECTOR,
      TypeNames.JSON_ARRAYS,
      TypeNames.TRANSACTION_MODE,
      ClassName.get(Optional.class),
      ClassName.get(OptionalInt.class),
      ClassName.get(OptionalLong.class),
      ClassName.get(OptionalDouble.class));

  /** What a field must not be called, because a constructor or a reader has a parameter of that name. */
  private static final List<String> PARAMETERS = List.of("database", "row");

  /** What qualified names of those classes begin with, when something else has their simple names. */
  private static final List<String> ROOTS = List.of("java", "dev");

  private static final Pattern FIRST_WORD = Pattern.compile("^[A-Z]+(?![a-z])|^[A-Z]");

  // Each query is one object, and comparing what is known of two would be long.
  private final IdentityHashMap<QueryModel, String> constants = new IdentityHashMap<>();
  private final IdentityHashMap<QueryModel, String> counts = new IdentityHashMap<>();
  private final IdentityHashMap<QueryModel, String> countMethods = new IdentityHashMap<>();
  private final Map<Row.ObjectRow, String> readers = new LinkedHashMap<>();
  private final Map<Conversion, String> converters = new LinkedHashMap<>();

  Names(RepositoryModel repository) {
    Map<String, Integer> taken = new HashMap<>();
    repository.members().methods().forEach(method -> taken.put(method, 1));
    PARAMETERS.forEach(parameter -> taken.put(parameter, 1));
    ROOTS.forEach(root -> taken.put(root, 1));
    for (QueryModel query : repository.queries()) {
      constants.put(query, unique(constant(query.method().name()), "_", taken));
    }
    for (QueryModel query : repository.queries()) {
      if (query.result() instanceof Result.Counted) {
        String name = query.method().name();
        counts.put(query, unique("COUNT_" + constant(name), "_", taken));
        countMethods.put(
            query,
            unique(
                "count" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                "",
                taken));
      }
    }
    Contents contents = Contents.of(repository.queries());
    contents
        .objects()
        .forEach(
            object -> readers.put(object, unique("read" + object.type().simpleName(), "", taken)));
    contents
        .conversions()
        .forEach(conversion -> converters.put(
            conversion,
            conversion.handedOver()
                ? unique(field(converterName(conversion)), "", taken)
                : unique(constant(converterName(conversion)), "_", taken)));
  }

  private static String converterName(Conversion conversion) {
    return conversion instanceof Conversion.ByClass byClass
        ? byClass.converter().simpleName()
        : ((Conversion.ByCode) conversion).type().simpleName() + "Codes";
  }

  /** {@code findById} is {@code FIND_BY_ID}; an overload is {@code FIND_BY_ID_2}. */
  String constantOf(QueryModel query) {
    return Objects.requireNonNull(constants.get(query));
  }

  /** The constant of the statement that counts the rows of a page: {@code COUNT_PAGE}. */
  String countOf(QueryModel query) {
    return Objects.requireNonNull(counts.get(query));
  }

  /** The method that counts the rows of a page: {@code countPage}. */
  String countMethodOf(QueryModel query) {
    return Objects.requireNonNull(countMethods.get(query));
  }

  /** {@code readMessage}; the same class with its columns in another order is {@code readMessage2}. */
  String readerOf(Row.ObjectRow record) {
    return Objects.requireNonNull(readers.get(record));
  }

  Map<Row.ObjectRow, String> readers() {
    return readers;
  }

  /**
   * {@code TagsConverter} is {@code TAGS_CONVERTER}, or {@code tagsConverter} when it is handed over; the codes of {@code
   * Role} are {@code ROLE_CODES}.
   */
  String converterOf(Conversion conversion) {
    return Objects.requireNonNull(converters.get(conversion));
  }

  Map<Conversion, String> converters() {
    return converters;
  }

  /**
   * Returns the local names of one method. A parameter keeps its name unless it would hide a member or a class that the
   * body uses; callers do not see the difference.
   */
  NameAllocator locals(List<ParameterDeclaration> parameters) {
    NameAllocator locals = new NameAllocator();
    locals.newName("database", DATABASE);
    constants.values().forEach(locals::newName);
    counts.values().forEach(locals::newName);
    converters.values().forEach(locals::newName);
    STATICALLY_USED.forEach(type -> locals.newName(type.simpleName()));
    ROOTS.forEach(locals::newName);
    parameters.forEach(p -> locals.newName(p.name(), p.name()));
    return locals;
  }

  private static String unique(String name, String separator, Map<String, Integer> taken) {
    int count = taken.merge(name, 1, Integer::sum);
    return count == 1 ? name : unique(name + separator + count, separator, taken);
  }

  private static String constant(String method) {
    String words =
        method.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2");
    return words.toUpperCase(Locale.ROOT);
  }

  /** {@code URLConverter} is {@code urlConverter}; what is a keyword then has an underscore behind it. */
  private static String field(String type) {
    Matcher words = FIRST_WORD.matcher(type);
    return new NameAllocator()
        .newName(words.replaceFirst(first -> first.group().toLowerCase(Locale.ROOT)));
  }
}
