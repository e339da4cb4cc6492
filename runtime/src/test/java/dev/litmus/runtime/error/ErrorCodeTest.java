package dev.litmus.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The types of exceptions, their codes and docs/errors.md tell the same story. */
class ErrorCodeTest {

  private static List<Class<?>> types() {
    List<Class<?>> found = new ArrayList<>();
    collect(LitmusException.class, found);
    return found;
  }

  private static void collect(Class<?> type, List<Class<?>> found) {
    if (!Modifier.isAbstract(type.getModifiers())) {
      found.add(type);
    }
    if (type.isSealed()) {
      for (Class<?> kind : type.getPermittedSubclasses()) {
        collect(kind, found);
      }
    }
  }

  private static LitmusException create(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getConstructors()[0];
    Object[] arguments = Arrays.stream(constructor.getParameterTypes())
        .map(ErrorCodeTest::sample)
        .toArray();
    return (LitmusException) constructor.newInstance(arguments);
  }

  private static Object sample(Class<?> type) {
    if (type == String.class) {
      return "x";
    }
    if (type == List.class) {
      return List.of("x");
    }
    if (type == Class.class) {
      return Runnable.class;
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == LitmusException.class) {
      return new NoRowException("x", "x");
    }
    return type.isEnum() ? type.getEnumConstants()[0] : new IllegalStateException("cause");
  }

  @Test
  void everyTypeHasACodeOfItsOwn() throws Exception {
    Set<ErrorCode> seen = EnumSet.noneOf(ErrorCode.class);
    for (Class<?> type : types()) {
      assertThat(seen.add(create(type).code())).as(type.getSimpleName()).isTrue();
    }
    assertThat(seen).isEqualTo(EnumSet.allOf(ErrorCode.class));
  }

  @Test
  void everyTypeIsFinalOrSealed() {
    assertThat(types())
        .allSatisfy(type ->
            assertThat(type.isSealed() || Modifier.isFinal(type.getModifiers())).isTrue());
  }

  @Test
  void everyCodeBelongsToOneOfTheThreeOfTheSpecification() {
    Set<ErrorCode> coarse = EnumSet.of(
        ErrorCode.DB_CONNECTION_FAILED,
        ErrorCode.DB_MIGRATION_FAILED,
        ErrorCode.DB_TRANSACTION_FAILED);
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(coarse).contains(code.category());
      assertThat(code.category() == code).isEqualTo(coarse.contains(code));
    }
  }

  @Test
  void theCategoryOfASubtypeIsTheCodeOfItsType() throws Exception {
    for (Class<?> type : types()) {
      Class<?> parent = type.getSuperclass();
      if (parent != LitmusException.class) {
        assertThat(create(type).code().category()).isEqualTo(create(parent).code());
      }
    }
  }

  /** Rows look like {@code | `Type` | `DB_CODE` | … | yes or no |}. */
  @Test
  void everyTypeHasItsRowInTheDocumentation() throws Exception {
    Set<String> expected = new TreeSet<>();
    for (Class<?> type : types()) {
      LitmusException e = create(type);
      expected.add(
          "`" + type.getSimpleName() + "` `" + e.code() + "` " + (e.isRetriable() ? "yes" : "no"));
    }
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("../docs/errors.md"))) {
      String[] cells = line.split("\\|", -1);
      if (line.startsWith("| `") && cells.length == 8) {
        documented.add(cells[1].strip() + " " + cells[2].strip() + " " + cells[6].strip());
      }
    }
    assertThat(documented).isEqualTo(expected);
  }

  @Test
  void partsOfAnExceptionAreThere() {
    IllegalStateException cause = new IllegalStateException("mail");
    assertThat(new AfterCommitException("chat", "an action after the commit failed", null, cause))
        .hasMessage("database `chat`: an action after the commit failed")
        .hasCause(cause);
    PartialCommitException partial =
        new PartialCommitException("app", List.of("chat"), List.of("app", "code"), null, cause);
    assertThat(partial)
        .hasMessage(
            "database `app`: the commit failed; committed: `chat`; rolled back: `app`, `code`");
    assertThat(partial.committed()).containsExactly("chat");
    assertThat(partial.rolledBack()).containsExactly("app", "code");
    MigrationException migration =
        new MigrationException("chat", "chat/002_x.sql", "what happened", null, null);
    assertThat(migration).hasMessage("database `chat`: what happened");
    assertThat(migration.migration()).hasValue("chat/002_x.sql");
    assertThat(new MigrationException("chat", "what", null, null).migration()).isEmpty();
    DatabaseBusyException busy = new DatabaseBusyException(
        "chat", null, DatabaseBusyException.Reason.WRITER, List.of("worker-1"), "busy", null, null);
    assertThat(busy.holders()).containsExactly("worker-1");
    assertThat(busy.reason()).isEqualTo(DatabaseBusyException.Reason.WRITER);
  }
}
