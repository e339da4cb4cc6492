package dev.litmus.processor.model;

import java.util.List;

/**
 * What the script of a schema declares.
 *
 * @param script what messages call the script
 * @param tables its tables and views
 */
public record Declared(String script, List<DeclaredTable> tables) {

  public Declared {
    tables = List.copyOf(tables);
  }
}
