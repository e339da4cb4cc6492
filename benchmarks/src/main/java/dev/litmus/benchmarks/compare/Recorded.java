package dev.litmus.benchmarks.compare;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ratios in JSON: those of a run, and those that are recorded to compare later runs with. */
final class Recorded {

  private static final MathContext DIGITS = new MathContext(3);
  private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().create();
  private static final Gson LINE = new Gson();
  private static final TypeToken<Map<String, Map<String, Ratio>>> RATIOS = new TypeToken<>() {};

  /**
   * A ratio to the reference.
   *
   * @param ratio of the medians
   * @param noise how far the ratios of single rounds lie apart, as a standard deviation
   */
  record Ratio(double ratio, double noise) {

    Ratio rounded() {
      return new Ratio(round(ratio), round(noise));
    }
  }

  private Recorded() {}

  private static double round(double number) {
    return new BigDecimal(number).round(DIGITS).doubleValue();
  }

  /** Returns the line that a run ends with: the ratios alone. */
  static String line(Map<Workload, Map<String, Ratio>> ratios) {
    Map<String, Map<String, Double>> numbers = new LinkedHashMap<>();
    ratios.forEach((workload, contenders) -> {
      Map<String, Double> of = new LinkedHashMap<>();
      contenders.forEach((contender, ratio) -> of.put(contender, round(ratio.ratio())));
      numbers.put(workload.label(), of);
    });
    return LINE.toJson(numbers);
  }

  static void write(Path file, Map<Workload, Map<String, Ratio>> ratios) throws IOException {
    Map<String, Map<String, Ratio>> labelled = new LinkedHashMap<>();
    ratios.forEach((workload, contenders) -> {
      Map<String, Ratio> of = new LinkedHashMap<>();
      contenders.forEach((contender, ratio) -> of.put(contender, ratio.rounded()));
      labelled.put(workload.label(), of);
    });
    Files.writeString(file, PRETTY.toJson(labelled) + "\n", StandardCharsets.UTF_8);
  }

  static Map<Workload, Map<String, Ratio>> read(Path file) throws IOException {
    Map<String, Map<String, Ratio>> labelled =
        LINE.fromJson(Files.readString(file, StandardCharsets.UTF_8), RATIOS);
    Map<Workload, Map<String, Ratio>> ratios = new EnumMap<>(Workload.class);
    labelled.forEach((label, contenders) -> ratios.put(Workload.of(label), contenders));
    return ratios;
  }
}
