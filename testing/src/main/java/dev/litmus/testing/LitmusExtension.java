package dev.litmus.testing;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Databases;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests databases of all schemas of the class path as parameters. {@link LitmusTest} registers it; a field does as well,
 * and takes settings and rows:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LitmusExtension LITMUS = LitmusExtension.builder()
 *     .storage(Storage.FILES)
 *     .rows(databases -> databases.repository(AccountRepository.class).insert("alice", 100))
 *     .build();
 * }</pre>
 *
 * <p>Parameters of tests, and of {@code @BeforeEach} and {@code @AfterEach} methods, are
 *
 * <ul>
 *   <li>any repository;
 *   <li>{@link Databases}, or one {@link dev.litmus.runtime.SqliteDatabase}, with {@link OfSchema} where there are several;
 *   <li>{@link Faults}: which statement fails;
 *   <li>{@link FaultSweep}: each statement fails once;
 *   <li>{@link TestDatabases}: a restart, databases of old versions.
 * </ul>
 *
 * <p>The last two need {@link Isolation#FRESH}. Everything is closed after the test, and files are deleted.
 */
public final class LitmusExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(LitmusExtension.class);

  private final @Nullable TestSetup configured;
  private final Parameters parameters = new Parameters();

  /** For {@link LitmusTest}, which registers and configures it; {@link #builder} is for everybody else. */
  public LitmusExtension() {
    this(null);
  }

  private LitmusExtension(@Nullable TestSetup configured) {
    this.configured = configured;
  }

  /**
   * Begins to describe the databases of a test class.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    TestSetup setup = setup(context);
    Store store = context.getStore(NAMESPACE);
    // Of a class around a nested one they may be there already.
    if (setup.isolation() == Isolation.ROLLED_BACK && shared(store, setup) == null) {
      store.put(
          SharedDatabases.class, new SharedDatabases(context.getUniqueId(), setup, setup.open()));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    TestSetup setup = setup(context);
    Store store = context.getStore(NAMESPACE);
    SharedDatabases shared = shared(store, setup);
    store.put(
        CurrentTest.class,
        shared == null
            ? CurrentTest.fresh(setup)
            : CurrentTest.rolledBack(setup, shared.databases()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    CurrentTest test = context.getStore(NAMESPACE).remove(CurrentTest.class, CurrentTest.class);
    if (test != null) {
      test.close();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    SharedDatabases shared = store.get(SharedDatabases.class, SharedDatabases.class);
    if (shared != null && shared.owner().equals(context.getUniqueId())) {
      store.remove(SharedDatabases.class);
      shared.databases().close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameters.isKnown(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    CurrentTest test = context.getStore(NAMESPACE).get(CurrentTest.class, CurrentTest.class);
    return parameters.resolve(parameter, test);
  }

  /** Returns what the class shares; null when a class around it shares something else. */
  private static @Nullable SharedDatabases shared(Store store, TestSetup setup) {
    SharedDatabases shared = store.get(SharedDatabases.class, SharedDatabases.class);
    return shared != null && shared.setup().isLike(setup) ? shared : null;
  }

  private TestSetup setup(ExtensionContext context) {
    return configured != null ? configured : TestSetup.annotatedOn(context.getRequiredTestClass());
  }

  /**
   * What the tests of a class share.
   *
   * @param owner the class, by JUnit's id
   * @param setup what was asked for
   */
  private record SharedDatabases(String owner, TestSetup setup, TestDatabases databases) {}

  /** Describes the databases of a test class. For one thread. */
  public static final class Builder {

    private Storage storage = Storage.MEMORY;
    private Isolation isolation = Isolation.FRESH;
    private DatabaseSettings settings = DatabaseSettings.DEFAULT;
    private Consumer<? super Databases> rows = databases -> {};

    private Builder() {}

    /**
     * Sets where the databases are; in memory by default.
     *
     * @param wanted where
     * @return this
     */
    public Builder storage(Storage wanted) {
      this.storage = wanted;
      return this;
    }

    /**
     * Sets how tests are kept apart; fresh databases for each by default.
     *
     * @param wanted how
     * @return this
     */
    public Builder isolation(Isolation wanted) {
      this.isolation = wanted;
      return this;
    }

    /**
     * Sets how the databases are opened; {@link DatabaseSettings#DEFAULT} by default.
     *
     * @param wanted all but {@link DatabaseSettings.Builder#faults}, which are {@link Faults}
     * @return this
     */
    public Builder settings(DatabaseSettings wanted) {
      this.settings = wanted;
      return this;
    }

    /**
     * Sets what is written into new databases before a test has them; nothing by default. What it commits is there in every
     * test, also with {@link Isolation#ROLLED_BACK}.
     *
     * @param writer is given open databases, on the thread of the test
     * @return this
     */
    public Builder rows(Consumer<? super Databases> writer) {
      this.rows = writer;
      return this;
    }

    /**
     * Returns the extension.
     *
     * @return for a field with {@code @RegisterExtension}, best a static one
     */
    public LitmusExtension build() {
      return new LitmusExtension(new TestSetup(storage, isolation, settings, rows));
    }
  }
}
