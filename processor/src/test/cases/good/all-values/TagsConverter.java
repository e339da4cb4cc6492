package app;

import dev.litmus.annotations.Converter;
import dev.litmus.runtime.ColumnConverter;
import java.util.List;

@Converter
public final class TagsConverter implements ColumnConverter<Tags, String> {

  @Override
  public String toColumn(Tags tags) {
    return String.join(" ", tags.words());
  }

  @Override
  public Tags fromColumn(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("no tags");
    }
    return new Tags(List.of(text.split(" ")));
  }
}
