package dev.litmus.examples;

import dev.litmus.examples.bytes.Bytes;
import dev.litmus.examples.imagegen.Task;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Stands for a model that makes images: clouds of grey, the same for the same prompt and seed. */
final class Painter {

  static final String MEDIA_TYPE = "image/x-portable-graymap";

  private static final int WHITE = 255;
  private static final int STEP = 24;

  private Painter() {}

  /** Paints an image; see <a href="https://netpbm.sourceforge.net/doc/pgm.html">PGM</a> for how it is written. */
  static Bytes paint(Task task, long seed) {
    int width = task.size().width();
    int height = task.size().height();
    ByteArrayOutputStream image = new ByteArrayOutputStream();
    image.writeBytes(
        ("P5\n" + width + " " + height + "\n" + WHITE + "\n").getBytes(StandardCharsets.US_ASCII));
    Random random = new Random(31L * task.prompt().hashCode() + seed);
    int grey = WHITE / 2;
    for (int i = 0; i < width * height; i++) {
      grey = Math.min(WHITE, Math.max(0, grey + random.nextInt(2 * STEP + 1) - STEP));
      image.write(grey);
    }
    return Bytes.of(image.toByteArray());
  }
}
