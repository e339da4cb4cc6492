package dev.litmus.cli.describe;

import com.google.gson.JsonNull;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers each line of the input with a line of the output, in order. */
public final class DescribeLines {

  private final Describer describer;
  private final OutputStream out;
  private final LineReader lines;
  private boolean allUsable = true;

  private DescribeLines(Describer describer, InputStream in, OutputStream out) {
    this.describer = describer;
    this.out = new BufferedOutputStream(out);
    this.lines = new LineReader(in, this.out::flush);
  }

  /** Returns whether every line was a query; a line that is not one is answered with what is wrong with it. */
  public static boolean answer(Describer describer, InputStream in, OutputStream out)
      throws IOException {
    return new DescribeLines(describer, in, out).answer();
  }

  private boolean answer() throws IOException {
    for (Optional<Request> request = next(); request.isPresent(); request = next()) {
      String answer = DescribeJson.line(request.get().id(), describe(request.get()));
      out.write(answer.getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
    return allUsable;
  }

  /** Skips blank lines. */
  private Optional<Request> next() throws IOException {
    try {
      Optional<String> line = lines.next();
      while (line.filter(String::isBlank).isPresent()) {
        line = lines.next();
      }
      return line.map(Request::parse);
    } catch (CharacterCodingException e) {
      return Optional.of(Request.invalid(JsonNull.INSTANCE, "the line is not UTF-8"));
    }
  }

  private Description describe(Request request) {
    if (request.sql().isPresent()) {
      return describer.describe(request.sql().get());
    }
    allUsable = false;
    return Description.invalid(Finding.invalidLine(request.mistake().orElseThrow()));
  }
}
