package dev.litmus.processor.problem;

/**
 * The stable public name of each problem, {@code area/slug}. Every code has a case under the module's test cases and a
 * page {@code docs/problems/<slug>.md}.
 */
public enum ProblemCode {
  UNKNOWN_DATABASE("database/unknown-database"),
  FAILED_SCHEMA("database/failed-schema"),
  NOT_AN_INTERFACE("database/not-an-interface"),
  TAKEN_NAME("database/taken-name"),
  INVISIBLE_TYPE("database/invisible-type"),
  SEALED_REPOSITORY("database/sealed-repository"),
  FAILED_MIGRATION("migration/failed-migration"),
  INVALID_MIGRATION("migration/invalid-migration"),
  SNAPSHOT_DIFFERS("migration/snapshot-differs"),
  DOWN_FAILS("migration/down-fails"),
  DOWN_DIFFERS("migration/down-differs"),
  FAILS_ON_ROWS("migration/fails-on-rows", Severity.WARNING),
  UP_LOSES("migration/up-loses", Severity.WARNING),
  DOWN_LOSES("migration/down-loses", Severity.NOTE),
  BROKEN_BODY("migration/broken-body", Severity.WARNING),
  SEARCH_CONTENT("migration/search-content"),
  SEARCH_ROWID("migration/search-rowid", Severity.WARNING),
  SEARCH_NOT_FILLED("migration/search-not-filled", Severity.WARNING),
  SEARCH_TRIGGERS("migration/search-triggers", Severity.WARNING),
  INVALID_OPTION("option/invalid-option"),
  INVALID_ANNOTATION("option/invalid-annotation"),
  MISSING_RUNTIME("build/missing-runtime"),
  OTHER_VERSION("build/other-version"),
  MISSING_PROVIDES("build/missing-provides", Severity.WARNING),
  MISSING_QUERY("method/missing-query"),
  UNEXPECTED_QUERY("method/unexpected-query"),
  MISPLACED_TRANSACTION("method/misplaced-transaction"),
  GENERIC_DECLARATION("method/generic-declaration"),
  UNKNOWN_CODE("allow/unknown-code"),
  NOT_ALLOWABLE("allow/not-allowable"),
  MISSING_REASON("allow/missing-reason"),
  UNUSED_ALLOW("allow/unused-allow", Severity.WARNING),
  TEXT_AND_FILE("sql/text-and-file"),
  MISSING_FILE("sql/missing-file"),
  INVALID_FILE("sql/invalid-file"),
  EMPTY_SQL("sql/empty-sql"),
  SEVERAL_STATEMENTS("sql/several-statements"),
  NOT_A_QUERY("sql/not-a-query"),
  POSITIONAL_PARAMETER("sql/positional-parameter"),
  SYNTAX_ERROR("sql/syntax-error"),
  UNKNOWN_TABLE("sql/unknown-table"),
  UNKNOWN_COLUMN("sql/unknown-column"),
  AMBIGUOUS_NAME("sql/ambiguous-name"),
  UNKNOWN_FUNCTION("sql/unknown-function"),
  WRONG_ARGUMENTS("sql/wrong-arguments"),
  MISPLACED_AGGREGATE("sql/misplaced-aggregate"),
  WRONG_NUMBER_OF_VALUES("sql/wrong-number-of-values"),
  QUOTED_STRING("sql/quoted-string"),
  REJECTED_SQL("sql/rejected-sql"),
  NULL_EQUALITY("sql/null-equality", Severity.WARNING),
  NULL_IN_NOT_IN("sql/null-in-not-in", Severity.WARNING),
  FAILING_CALL("sql/failing-call", Severity.WARNING),
  ALWAYS_NULL("sql/always-null", Severity.WARNING),
  SUM_OF_TEXT("sql/sum-of-text", Severity.WARNING),
  NEEDS_MIGRATION("sql/needs-migration", Severity.WARNING),
  BARE_COLUMN("sql/bare-column", Severity.WARNING),
  UNORDERED_LIMIT("sql/unordered-limit", Severity.WARNING),
  UNKNOWN_STRUCTURE("sql/unknown-structure", Severity.NOTE),
  INVALID_NAME("parameter/invalid-name"),
  REPEATED_NAME("parameter/repeated-name"),
  LOST_NAME("parameter/lost-name"),
  UNKNOWN_PARAMETER("parameter/unknown-parameter"),
  UNUSED_PARAMETER("parameter/unused-parameter"),
  UNSUPPORTED_PARAMETER("parameter/unsupported-parameter"),
  BYTES_IN_COLLECTION("parameter/bytes-in-collection"),
  MISPLACED_COLLECTION("parameter/misplaced-collection"),
  MISMATCHED_ELEMENTS("parameter/mismatched-elements"),
  NEVER_EQUAL("parameter/never-equal"),
  NULL_COMPARISON("parameter/null-comparison", Severity.WARNING),
  MISSING_COLUMN("result/missing-column"),
  UNUSED_COLUMN("result/unused-column"),
  AMBIGUOUS_COLUMN("result/ambiguous-column"),
  NOT_ONE_COLUMN("result/not-one-column"),
  UNSUPPORTED_RESULT("result/unsupported-result"),
  NO_ROWS("result/no-rows"),
  IGNORED_ROWS("result/ignored-rows"),
  UNSUPPORTED_KEY("result/unsupported-key"),
  NULLABLE_COLUMN("result/nullable-column"),
  MISMATCHED_TYPE("result/mismatched-type"),
  MAY_BE_MANY("result/may-be-many", Severity.WARNING),
  UNUSED_AT_MOST_ONE("result/unused-at-most-one", Severity.WARNING),
  REQUIRED_COLUMN("write/required-column"),
  NULL_INTO_NOT_NULL("write/null-into-not-null"),
  POSSIBLE_NULL("write/possible-null", Severity.WARNING),
  REPEATED_COLUMN("write/repeated-column", Severity.WARNING),
  INVALID_BATCH("batch/invalid-batch"),
  INVALID_CONVERTER("converter/invalid-converter"),
  AMBIGUOUS_CONVERTER("converter/ambiguous-converter"),
  MISMATCHED_CONVERTER("converter/mismatched-converter"),
  MISMATCHED_COLUMN("converter/mismatched-column"),
  INVALID_ENUM_CODE("converter/invalid-enum-code"),
  INVALID_FUNCTION("function/invalid-function"),
  BUILT_IN_FUNCTION("function/built-in-function"),
  REPEATED_FUNCTION("function/repeated-function"),
  INVALID_COLLATION("function/invalid-collation"),
  MISSING_REQUEST("page/missing-request"),
  MISPLACED_REQUEST("page/misplaced-request"),
  CHANGING_PAGE("page/changing-page"),
  MISSING_ORDER("page/missing-order"),
  OWN_LIMIT("page/own-limit"),
  AMBIGUOUS_ORDER("page/ambiguous-order"),
  NO_POSITION("page/no-position"),
  INVALID_COUNT("page/invalid-count"),
  BUG("internal/bug");

  private final String text;
  private final Severity severity;

  ProblemCode(String text) {
    this(text, Severity.ERROR);
  }

  ProblemCode(String text, Severity severity) {
    this.text = text;
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** Tells whether {@code @Allow} may silence it: an error stays, and so does the complaint about an idle {@code @Allow}. */
  public boolean isAllowable() {
    return severity != Severity.ERROR
        && !isOfMigrations()
        && this != UNUSED_ALLOW
        && this != UNUSED_AT_MOST_ONE;
  }

  /** Tells whether it is about a file of migrations, which no annotation can reach. */
  public boolean isOfMigrations() {
    return text.startsWith("migration/");
  }

  /** Returns the code as printed, for example {@code sql/unknown-column}. */
  public String text() {
    return text;
  }

  /** Returns the name of its page, for example {@code unknown-column}. */
  public String slug() {
    return text.substring(text.indexOf('/') + 1);
  }
}
