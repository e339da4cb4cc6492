package dev.litmus.processor.declaration;

import java.util.Arrays;
import java.util.Optional;

/** The types that hold a part of a query's rows, each with the request that says which part. */
public enum PageType {
  /** By counting. */
  COUNTED("Page", "PageRequest"),
  /** By the position of a row. */
  BY_KEY("KeysetPage", "KeysetRequest");

  private static final String PACKAGE = "dev.litmus.runtime.";

  private final String type;
  private final String request;

  PageType(String type, String request) {
    this.type = type;
    this.request = request;
  }

  /** Returns the kind of page that a method returns; empty when it returns something else. */
  public static Optional<PageType> of(JavaType returned) {
    return Arrays.stream(values())
        .filter(page -> returned.qualifiedName().equals(PACKAGE + page.type))
        .findFirst();
  }

  /** Tells whether a parameter of a type asks for a page, of any kind. */
  public static boolean isRequest(JavaType type) {
    return Arrays.stream(values()).anyMatch(page -> page.isAskedForBy(type));
  }

  /** Tells whether a parameter of a type asks for a page of this kind. */
  public boolean isAskedForBy(JavaType type) {
    return type.qualifiedName().equals(PACKAGE + request);
  }

  /** Returns the simple name of the request. */
  public String request() {
    return request;
  }
}
