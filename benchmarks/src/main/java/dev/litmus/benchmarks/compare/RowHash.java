package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.data.Hit;
import dev.litmus.benchmarks.data.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** A hash of all columns of all rows, in order: CRC-32 of a text that is as easily made in other languages. */
final class RowHash {

  private static final char BETWEEN = '\u001f';

  private final CRC32 crc = new CRC32();
  private final StringBuilder text = new StringBuilder();

  void add(Message message) {
    row(
        message.id(),
        message.chatId(),
        message.role(),
        message.content(),
        message.model() == null ? "NULL" : message.model(),
        Integer.toString(message.tokenCount()),
        message.timestamp(),
        message.isLiked() ? "1" : "0");
  }

  void add(Hit hit) {
    row(Long.toString(hit.id()), hit.text());
  }

  void add(long number) {
    row(Long.toString(number));
  }

  private void row(String... columns) {
    text.setLength(0);
    text.append(String.join(String.valueOf(BETWEEN), List.of(columns))).append('\n');
    crc.update(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  String value() {
    return Long.toHexString(crc.getValue());
  }
}
