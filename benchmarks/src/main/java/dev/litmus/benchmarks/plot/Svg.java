package dev.litmus.benchmarks.plot;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes a drawing the same each time, and smaller. */
final class Svg {

  private static final Pattern CLIP = Pattern.compile("clip\\d+");
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}");

  private Svg() {}

  /** Numbers the clip paths, whose names are chosen by chance, and rounds places to a hundredth. */
  static String tidy(String svg) {
    Map<String, String> names = new LinkedHashMap<>();
    String named = CLIP.matcher(svg)
        .replaceAll(clip -> names.computeIfAbsent(clip.group(), name -> "c" + names.size()));
    return LONG_NUMBER
        .matcher(named)
        .replaceAll(
            number -> String.format(Locale.ROOT, "%.2f", Double.parseDouble(number.group())));
  }
}
