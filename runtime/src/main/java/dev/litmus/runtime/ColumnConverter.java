package dev.litmus.runtime;

/**
 * How a type of the application's own is stored in a column. Annotate the class with {@code @Converter} to have it used
 * wherever that type occurs, or name it in {@code @Convert} at one place. Generated code creates one object of it, by its
 * constructor without parameters, and calls it from all threads. It never sees null: NULL is null.
 *
 * <pre>{@code
 * @Converter
 * public final class TagsConverter implements ColumnConverter<Tags, String> {
 *   public String toColumn(Tags tags) { return String.join(" ", tags.words()); }
 *   public Tags fromColumn(String text) { return new Tags(List.of(text.split(" "))); }
 * }
 * }</pre>
 *
 * <p>What it throws unchecked reaches the caller as {@link dev.litmus.runtime.error.ValueException}.
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
