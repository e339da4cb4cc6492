package dev.litmus.runtime.error;

import java.util.List;

/**
 * A repository was created that needs a converter which generated code cannot create, and the settings of the database have
 * none of its class. Nothing was run.
 */
public final class ConverterNotFoundException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database whose settings were asked
   * @param converter the class of the converter
   * @param handedOver the names of the classes of those that the settings have
   */
  public ConverterNotFoundException(String database, Class<?> converter, List<String> handedOver) {
    super(
        database,
        null,
        "a repository needs a converter of the class `" + converter.getName()
            + "`, and the settings have "
            + (handedOver.isEmpty() ? "none" : "only `" + String.join("`, `", handedOver) + "`"),
        "Open the database with `DatabaseSettings.DEFAULT.with(s -> s.converter(new "
            + converter.getSimpleName() + "(…)))`",
        null);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_CONVERTER_NOT_FOUND;
  }
}
