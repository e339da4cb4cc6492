package dev.litmus.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * A program that has a database alone, and puts another one in its place when it is told to: what a restore does, where the
 * system does not tell who has the old one open.
 */
final class ExchangingChild {

  private ExchangingChild() {}

  /** Arguments: the database, and what takes its place. */
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=DELETE");
      statement.execute("BEGIN EXCLUSIVE");
      System.out.println("locked");
      System.in.read();
      Files.move(Path.of(arguments[1]), Path.of(arguments[0]), StandardCopyOption.REPLACE_EXISTING);
    }
    System.out.println("exchanged");
  }
}
