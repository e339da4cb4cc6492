package dev.litmus.runtime;

import dev.litmus.runtime.internal.dynamic.NamedParameter;
import dev.litmus.runtime.internal.dynamic.RefusedSqlException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values that a statement is given by name.
 *
 * @param values by name; null is NULL
 * @param isExact whether the statement has to use all of them: entries of a map, not components of a record
 */
record SqlArguments(Map<String, ? extends @Nullable Object> values, boolean isExact) {

  static final SqlArguments NONE = new SqlArguments(Map.of(), true);

  static SqlArguments of(Map<String, ? extends @Nullable Object> values) {
    return new SqlArguments(values, true);
  }

  static SqlArguments of(Record values) {
    return new SqlArguments(RecordShape.of(values.getClass()).values(values), false);
  }

  /** Returns the value of each parameter, in their order. */
  List<@Nullable Object> resolve(List<NamedParameter> parameters) throws RefusedSqlException {
    checkNames(parameters.stream()
        .map(NamedParameter::root)
        .collect(Collectors.toCollection(LinkedHashSet::new)));
    List<@Nullable Object> resolved = new ArrayList<>();
    for (NamedParameter parameter : parameters) {
      resolved.add(resolve(parameter));
    }
    return resolved;
  }

  private void checkNames(Set<String> names) throws RefusedSqlException {
    List<String> missing =
        names.stream().filter(name -> !values.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new RefusedSqlException(
          "no value for " + list(missing),
          "Give one under each name; given: "
              + (values.isEmpty() ? "none" : list(values.keySet())));
    }
    List<String> unused =
        values.keySet().stream().filter(name -> !names.contains(name)).toList();
    if (isExact && !unused.isEmpty()) {
      throw new RefusedSqlException(
          "the statement has no parameter " + list(unused),
          "Leave it away; parameters: " + (names.isEmpty() ? "none" : list(names)));
    }
  }

  private @Nullable Object resolve(NamedParameter parameter) throws RefusedSqlException {
    Object value = values.get(parameter.root());
    String path = parameter.root();
    for (String component : parameter.path().subList(1, parameter.path().size())) {
      if (!(value instanceof Record record)) {
        throw new RefusedSqlException(
            "`" + path + "` is " + (value == null ? "null" : "no record") + ", so `"
                + parameter.name() + "` has no value",
            "Give a record that has a `" + component + "`");
      }
      Map<String, @Nullable Object> parts = RecordShape.of(record.getClass()).values(record);
      if (!parts.containsKey(component)) {
        throw new RefusedSqlException(
            "`" + path + "` has no component `" + component + "`",
            "Write one of " + list(parts.keySet()));
      }
      value = parts.get(component);
      path += "." + component;
    }
    if (value instanceof Record record) {
      throw new RefusedSqlException(
          "`" + path + "` is a record, and not a value",
          "Write `:" + path + ".` and one of "
              + list(RecordShape.of(record.getClass()).names()));
    }
    return value;
  }

  private static String list(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").sorted().collect(Collectors.joining(", "));
  }
}
