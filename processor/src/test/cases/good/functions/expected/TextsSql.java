package app;

import dev.litmus.runtime.function.FunctionCall;
import dev.litmus.runtime.function.FunctionRegistry;
import dev.litmus.runtime.function.SqlFunctions;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Brings what {@link Texts} declares for SQL to the databases.
 */
@Generated("dev.litmus.processor.LitmusProcessor")
public final class TextsSql implements SqlFunctions {
  /**
   * What SQL sees, for the compiler of other modules.
   */
  public static final String SIGNATURES = """
      slug(TEXT) TEXT
      initials(TEXT) TEXT
      initials(TEXT, INTEGER) TEXT
      is_isbn(TEXT) INTEGER
      called(TEXT, TEXT?) TEXT?
      flipped(BLOB) BLOB
      sum_of_all(INTEGER?, INTEGER?, NUMERIC?, INTEGER?, INTEGER, NUMERIC) REAL?
      ticks() INTEGER NOT DETERMINISTIC
      checked(INTEGER) INTEGER
      schema_name() TEXT
      COLLATION german""";

  /**
   * For the service loader.
   */
  public TextsSql() {
  }

  @Override
  public String declaredBy() {
    return "app.Texts";
  }

  @Override
  public String version() {
    return "<version>";
  }

  @Override
  public Optional<String> schema() {
    return Optional.of("library");
  }

  @Override
  public void addTo(FunctionRegistry registry) {
    registry.scalar("slug", 1, true, TextsSql::slug);
    registry.scalar("initials", 1, true, TextsSql::initials);
    registry.scalar("initials", 2, true, TextsSql::initials2);
    registry.scalar("is_isbn", 1, true, TextsSql::isIsbn);
    registry.scalar("called", 2, true, TextsSql::called);
    registry.scalar("flipped", 1, true, TextsSql::flipped);
    registry.scalar("sum_of_all", 6, true, TextsSql::sumOfAll);
    registry.scalar("ticks", 0, false, TextsSql::ticks);
    registry.scalar("checked", 1, true, TextsSql::checked);
    registry.scalar("schema_name", 0, true, TextsSql::schema1);
    registry.collation("german", Texts::compareGerman);
  }

  private static void slug(FunctionCall call) throws Exception {
    if (call.isNull(0)) {
      return;
    }
    call.result(Texts.slug(call.getString(0)));
  }

  private static void initials(FunctionCall call) throws Exception {
    if (call.isNull(0)) {
      return;
    }
    call.result(Texts.initials(call.getString(0)));
  }

  private static void initials2(FunctionCall call) throws Exception {
    if (call.isNull(0) || call.isNull(1)) {
      return;
    }
    call.result(Texts.initials(call.getString(0), call.getInt(1)));
  }

  private static void isIsbn(FunctionCall call) throws Exception {
    if (call.isNull(0)) {
      return;
    }
    call.result(Texts.isIsbn(call.getString(0)));
  }

  private static void called(FunctionCall call) throws Exception {
    if (call.isNull(0)) {
      return;
    }
    call.resultOrNull(Texts.called(call.getString(0), call.isNull(1) ? null : call.getString(1)));
  }

  private static void flipped(FunctionCall call) throws Exception {
    if (call.isNull(0)) {
      return;
    }
    call.result(Texts.flipped(call.getBytes(0)));
  }

  private static void sumOfAll(FunctionCall call) throws Exception {
    if (call.isNull(4) || call.isNull(5)) {
      return;
    }
    call.resultOrNull(Texts.sumOfAll(call.isNull(0) ? null : call.getInt(0), call.isNull(1) ? null : call.getLong(1), call.isNull(2) ? null : call.getDouble(2), call.isNull(3) ? null : call.getBoolean(3), call.getLong(4), call.getDouble(5)));
  }

  private static void ticks(FunctionCall call) throws Exception {
    call.result(Texts.ticks());
  }

  private static void checked(FunctionCall call) throws Exception {
    if (call.isNull(0)) {
      return;
    }
    call.result(Texts.checked(call.getInt(0)));
  }

  private static void schema1(FunctionCall call) throws Exception {
    call.result(Texts.schema());
  }
}
