package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.function.SqlFunctions;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions and collations that a class loader sees, by the schemas whose databases have them. */
final class ApplicationFunctions {

  private final List<SqlFunctions> all;

  ApplicationFunctions(List<SqlFunctions> all) {
    this.all = List.copyOf(all);
  }

  /** Returns what each connection of a schema's databases gets; refuses what cannot work together. */
  ApplicationCode of(String schema) {
    List<SqlFunctions> own = all.stream()
        .filter(functions -> functions.schema().map(schema::equals).orElse(true))
        .toList();
    own.forEach(functions -> checkVersion(schema, functions));
    Map<String, String> declared = new HashMap<>();
    for (SqlFunctions functions : own) {
      for (String name : names(ApplicationCode.of(functions::addTo))) {
        String other = declared.putIfAbsent(name, functions.declaredBy());
        if (other != null) {
          throw new DatabaseOpenException(
              schema,
              "`" + other + "` and `" + functions.declaredBy() + "` both declare " + name,
              "Give one of them another name, or name its database in @Database",
              null);
        }
      }
    }
    return ApplicationCode.of(registry -> own.forEach(functions -> functions.addTo(registry)));
  }

  private static List<String> names(ApplicationCode code) {
    List<String> names = new ArrayList<>();
    code.functions()
        .forEach(function -> names.add("the function `" + function.name().toLowerCase(Locale.ROOT)
            + "` of " + function.arguments() + " arguments"));
    code.needed()
        .forEach(function -> names.add("the function `" + function.name().toLowerCase(Locale.ROOT)
            + "` of " + function.arguments() + " arguments"));
    code.collations()
        .forEach(collation ->
            names.add("the collation `" + collation.name().toLowerCase(Locale.ROOT) + "`"));
    return names;
  }

  private static void checkVersion(String schema, SqlFunctions functions) {
    if (!LitmusVersion.works(functions.version(), LitmusVersion.CURRENT)) {
      throw new DatabaseOpenException(
          schema,
          "the functions of `" + functions.declaredBy() + "` were registered by Litmus "
              + functions.version() + ", and this is the runtime of " + LitmusVersion.CURRENT,
          "Use one version of litmus-processor and litmus-runtime, for example through litmus-bom,"
              + " and build the module of that class again",
          null);
    }
  }
}
