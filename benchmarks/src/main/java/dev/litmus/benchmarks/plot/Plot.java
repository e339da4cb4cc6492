package dev.litmus.benchmarks.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A cost against a size, both on logarithmic axes, as SVG. Not for several threads. */
public final class Plot {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 460;

  /** Tell apart for the colour-blind too (Okabe and Ito). */
  private static final Color[] COLOURS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0x000000),
  };

  private final XYChart chart;
  private double least = Double.MAX_VALUE;
  private double most;

  /**
   * Creates a plot without lines.
   *
   * @param x what the horizontal axis shows, with its unit
   * @param y what the vertical axis shows, with its unit
   */
  public Plot(String title, String x, String y) {
    chart = new XYChartBuilder()
        .width(WIDTH)
        .height(HEIGHT)
        .title(title)
        .xAxisTitle(x)
        .yAxisTitle(y)
        .build();
    XYStyler styler = chart.getStyler();
    styler.setXAxisLogarithmic(true);
    styler.setYAxisLogarithmic(true);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(new Color(0xDDDDDD));
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setSeriesColors(COLOURS);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    Font small = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    styler.setBaseFont(small);
    styler.setLegendFont(small);
    styler.setAxisTickLabelsFont(small);
    styler.setAxisTitleFont(small.deriveFont(Font.BOLD));
    styler.setChartTitleFont(small.deriveFont(Font.BOLD, 15f));
    styler.setMarkerSize(7);
    styler.setDecimalPattern("#,##0.####");
  }

  /**
   * Adds a line.
   *
   * @param points x and y of each, both positive; those that are not have no place on these axes, and are left out
   */
  public void line(String name, List<double[]> points) {
    List<double[]> shown = points.stream().filter(p -> p[0] > 0 && p[1] > 0).toList();
    for (double[] point : shown) {
      least = Math.min(least, point[1]);
      most = Math.max(most, point[1]);
    }
    if (!shown.isEmpty()) {
      chart
          .addSeries(
              name,
              shown.stream().mapToDouble(p -> p[0]).toArray(),
              shown.stream().mapToDouble(p -> p[1]).toArray())
          .setMarker(SeriesMarkers.CIRCLE);
    }
  }

  /** Writes it. */
  public void svg(Path file) throws IOException {
    Files.createDirectories(
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
    toWholeDecades();
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    Files.writeString(file, Svg.tidy(Files.readString(file)));
  }

  /** A logarithmic axis that ends between powers of ten may have a single number at it. */
  private void toWholeDecades() {
    if (least < most) {
      chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(least))));
      chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(most))));
    }
  }
}
