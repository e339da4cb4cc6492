package dev.litmus.cli.schema;

import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.schema.ScriptFailedException;
import dev.litmus.processor.sql.ParsedStatement;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Command;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * What a plain SQL script makes.
 *
 * @param file the script's place, for messages
 * @param text the script as it was when it was read
 * @param application what the application brings to it
 */
public record ScriptSchema(Path file, String text, ApplicationFunctions application)
    implements SchemaSource {

  public static ScriptSchema read(Path file, ApplicationFunctions application)
      throws SchemaException {
    try {
      return new ScriptSchema(file, Files.readString(file), application);
    } catch (NoSuchFileException e) {
      throw new SchemaException("there is no file `" + file + "`", e);
    } catch (CharacterCodingException e) {
      throw new SchemaException("`" + file + "` is not UTF-8", e);
    } catch (IOException e) {
      throw new SchemaException("the script cannot be read: " + FileWords.of(e), e);
    }
  }

  @Override
  public Schema open() throws SchemaException, SQLException {
    try {
      return SchemaScript.run(String.valueOf(file.getFileName()), text, application);
    } catch (ScriptFailedException e) {
      throw new SchemaException(file + ":" + e.line() + ": SQLite says: " + e.words(), e);
    }
  }

  /** ATTACH opens files and VACUUM INTO writes one: what follows them might happen twice to a file of the user's. */
  @Override
  public boolean isRepeatable() {
    return QueryParser.parse(text).statements().stream().noneMatch(ScriptSchema::mayTouchFiles);
  }

  private static boolean mayTouchFiles(ParsedStatement statement) {
    return statement
        .tree()
        .map(tree -> tree instanceof Command.Attach || tree instanceof Command.Vacuum)
        .orElse(true);
  }
}
