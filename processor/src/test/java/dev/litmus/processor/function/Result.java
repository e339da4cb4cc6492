package dev.litmus.processor.function;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What SQLite returned. */
record Result(@Nullable Object value) {

  boolean isNull() {
    return value == null;
  }

  Classes classes() {
    if (value == null) {
      return Classes.NONE;
    }
    if (value instanceof String) {
      return Classes.TEXT;
    }
    if (value instanceof byte[]) {
      return Classes.BLOB;
    }
    return value instanceof Double ? Classes.REAL : Classes.INTEGER;
  }

  /**
   * Returns in which way this shows a claim to be wrong.
   *
   * @param asExpected whether the arguments were of the classes expected of them
   */
  Optional<String> refutes(Value claim, boolean asExpected) {
    if (isNull() && !claim.isNullable()) {
      return Optional.of("is NULL");
    }
    if (!classes().isWithin(claim.possible())) {
      return Optional.of(
          "is " + classes().all() + ", possible " + claim.possible().all());
    }
    if (asExpected && !classes().isWithin(claim.expected())) {
      return Optional.of(
          "is " + classes().all() + ", expected " + claim.expected().all());
    }
    return Optional.empty();
  }

  /** Returns in which way this shows a claim made of arguments to be wrong that were really {@code exact}. */
  Optional<String> refutes(FunctionFacts function, List<Value> told, List<Value> exact) {
    boolean asExpected = true;
    for (int i = 0; i < told.size(); i++) {
      asExpected &= exact.get(i).possible().isWithin(told.get(i).expected());
    }
    return refutes(function.result(told), asExpected)
        .map(words -> function + " of " + told.stream().map(Result::brief).toList() + " " + words);
  }

  private static String brief(Value value) {
    return value.expected().all() + "/" + value.possible().all() + (value.isNullable() ? "?" : "");
  }
}
