package dev.litmus.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.RepositoryModel;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names of a generated class's members: no two alike, and none that the interface uses already. */
final class Names {

  /** The tag of the field that holds the database. */
  static final Object DATABASE = new Object();

  /** Classes whose static members the bodies use; a variable of the same name would come first. */
  private static final List<ClassName> STATICALLY_USED = List.of(
      TypeNames.COLUMNS,
      TypeNames.TIMESTAMPS,
      TypeNames.JSON_ARRAYS,
      TypeNames.TRANSACTION_MODE,
      ClassName.get(Optional.class));

  private final Map<QueryModel, String> constants = new HashMap<>();
  private final Map<Row.RecordRow, String> readers = new LinkedHashMap<>();

  Names(RepositoryModel repository) {
    Map<String, Integer> taken = new HashMap<>();
    repository.members().methods().forEach(method -> taken.put(method, 1));
    for (QueryModel query : repository.queries()) {
      constants.put(query, unique(constant(query.method().name()), "_", taken));
    }
    for (QueryModel query : repository.queries()) {
      if (query.result() instanceof Result.Rows rows
          && rows.row() instanceof Row.RecordRow record
          && !readers.containsKey(record)) {
        readers.put(record, unique("read" + record.type().simpleName(), "", taken));
      }
    }
  }

  /** {@code findById} is {@code FIND_BY_ID}; an overload is {@code FIND_BY_ID_2}. */
  String constantOf(QueryModel query) {
    return Objects.requireNonNull(constants.get(query));
  }

  /** {@code readMessage}; the same record with its columns in another order is {@code readMessage2}. */
  String readerOf(Row.RecordRow record) {
    return Objects.requireNonNull(readers.get(record));
  }

  Map<Row.RecordRow, String> readers() {
    return readers;
  }

  /**
   * Returns the local names of one method. A parameter keeps its name unless it would hide a member or a class that the
   * body uses; callers do not see the difference.
   */
  NameAllocator locals(List<ParameterDeclaration> parameters) {
    NameAllocator locals = new NameAllocator();
    locals.newName("database", DATABASE);
    constants.values().forEach(locals::newName);
    STATICALLY_USED.forEach(type -> locals.newName(type.simpleName()));
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
}
