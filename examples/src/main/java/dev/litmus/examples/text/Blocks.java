package dev.litmus.examples.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text where a line is blank; code between the fences of a Markdown file stays in one piece. */
final class Blocks {

  private static final String PROSE = "user";
  private static final String CODE = "assistant";
  private static final String FENCE = "```";

  private final boolean markdown;
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private boolean fenced;

  private Blocks(boolean markdown) {
    this.markdown = markdown;
  }

  static List<Block> of(String fileName, String text) {
    Blocks blocks = new Blocks(fileName.toLowerCase(Locale.ROOT).endsWith(".md"));
    text.lines().forEach(blocks::add);
    blocks.end(blocks.fenced);
    return List.copyOf(blocks.blocks);
  }

  private void add(String line) {
    boolean fence = markdown && line.strip().startsWith(FENCE);
    if (fence && !fenced) {
      end(false);
    }
    if (fenced || !line.isBlank()) {
      lines.add(line);
    } else {
      end(false);
    }
    if (fence) {
      if (fenced) {
        end(true);
      }
      fenced = !fenced;
    }
  }

  private void end(boolean code) {
    String text = String.join("\n", lines).stripTrailing();
    if (!text.isBlank()) {
      blocks.add(new Block(code || !(markdown || isComment(text)) ? CODE : PROSE, text));
    }
    lines.clear();
  }

  private static boolean isComment(String text) {
    String start = text.stripLeading();
    return start.startsWith("/*")
        || start.startsWith("//")
        || start.startsWith("--")
        || start.startsWith("<!--");
  }
}
