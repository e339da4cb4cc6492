package dev.litmus.runtime;

/**
 * How a type of the application's own is stored in a column. Annotate the class with {@code @Converter} to have it used
 * wherever that type occurs, or name it in {@code @Convert} at one place. It never sees null: NULL is null.
 *
 * <p>Generated code creates one object of a class that has a public constructor without parameters. Of any other, which needs
 * a key or the like, an object is handed over when the database is opened, by {@link DatabaseSettings.Builder#converter}.
 * Either is called from all threads at once.
 *
 * <pre>{@code
 * @Converter
 * public final class TagsConverter implements ColumnConverter<Tags, String> {
 *   public String toColumn(Tags tags) { return String.join(" ", tags.words()); }
 *   public Tags fromColumn(String text) { return new Tags(List.of(text.split(" "))); }
 * }
 * }</pre>
 *
 * <p>What it throws unchecked reaches the caller as the cause of a {@link dev.litmus.runtime.error.ValueException}, with the
 * words it has: keep values and keys out of them.
 *
 * @param <J> the type in Java
 * @param <S> the type that is stored: String, Integer, Long, Double, Boolean, or byte[]
 */
public interface ColumnConverter<J, S> {

  /**
   * Returns what is stored for a value.
   *
   * @param value never null
   * @return never null
   */
  S toColumn(J value);

  /**
   * Returns the value of what is stored.
   *
   * @param stored never null
   * @return the value
   */
  J fromColumn(S stored);
}
