package dev.litmus.cli;

import dev.litmus.cli.schema.FileWords;
import dev.litmus.runtime.error.LitmusException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code litmus} itself, which has nothing to do without one of its commands. */
@Command(
    name = "litmus",
    description =
        "Judges SQL by the schema that your migrations really make, and looks after databases.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = LitmusCommand.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, and nothing is wrong or different",
      "1:something is; the help of each command says what",
      "2:the arguments or what they name cannot be used"
    })
final class LitmusCommand implements Runnable {

  /** Exit codes, as the help lists them. */
  static final int OK = 0;

  /** What was asked about is invalid, wrong or different. */
  static final int FOUND = 1;

  static final int UNUSABLE = 2;

  /** Options and what they do stand side by side. */
  private static final int LEAST_HELP = 55;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print stack traces of what goes wrong.")
  private boolean debug;

  @Spec
  private @Nullable CommandSpec spec;

  /** Runs a command and returns the exit code. */
  static int run(Streams streams, String... arguments) {
    LitmusCommand litmus = new LitmusCommand();
    return new CommandLine(litmus)
        .addSubcommand(new MigrateCommand(streams))
        .addSubcommand(new RollbackCommand(streams))
        .addSubcommand(new StatusCommand(streams))
        .addSubcommand(new PlanCommand(streams))
        .addSubcommand(new RepairCommand(streams))
        .addSubcommand(new BaselineCommand(streams))
        .addSubcommand(new AdoptCommand(streams))
        .addSubcommand(new BackupCommand(streams))
        .addSubcommand(new RestoreCommand(streams))
        .addSubcommand(new CheckCommand(streams))
        .addSubcommand(new StatsCommand(streams))
        .addSubcommand(new OptimizeCommand(streams))
        .addSubcommand(new VacuumCommand(streams))
        .addSubcommand(new DescribeCommand(streams, litmus::reportBug))
        .addSubcommand(new DiffCommand(streams))
        .addSubcommand(new NewCommand(streams))
        .addSubcommand(new SnapshotCommand(streams))
        .addSubcommand(new VerifyCommand(streams))
        .registerConverter(Long.class, text -> number(text, Long::valueOf))
        .registerConverter(Integer.class, text -> number(text, Integer::valueOf))
        .setUsageHelpWidth(helpWidth(streams, List.of(arguments)))
        .setOut(streams.printOut())
        .setErr(streams.printErr())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        // An argument that begins with @ is SQL, not the name of a file of arguments.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((e, given) -> litmus.reportUsage(e))
        .setExecutionExceptionHandler((e, command, parsed) -> litmus.reportFailure(e))
        .execute(arguments);
  }

  /** The screen is asked only when help is wanted: that takes a moment. */
  private static int helpWidth(Streams streams, List<String> arguments) {
    Terminal terminal = arguments.contains("--help") || arguments.contains("-h")
        ? streams.terminal().get()
        : Terminal.NONE;
    return Math.max(LEAST_HELP, terminal.width());
  }

  private static <T> T number(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("`" + text + "` is not a number of that kind");
    }
  }

  @Override
  public void run() {
    throw new ParameterException(commandLine(), "Missing command");
  }

  private int reportUsage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .println("litmus: " + String.valueOf(e.getMessage()).replaceFirst("^Error: ", ""));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
    printTrace(e);
    return UNUSABLE;
  }

  private int reportFailure(Exception e) {
    if (FileWords.isReaderGone(e)) {
      // It had enough: nothing to say, and nobody to say it to.
      return UNUSABLE;
    }
    if (e instanceof UnusableException) {
      err().println("litmus: " + e.getMessage());
    } else if (e instanceof LitmusException) {
      err().println("litmus: " + e.getMessage());
      printTrace(e);
      return FOUND;
    } else if (e instanceof IOException failed) {
      err().println("litmus: the input or output fails: " + FileWords.of(failed));
    } else {
      err().println("litmus: " + e + "\nThis is a bug of litmus; --debug shows where.");
    }
    printTrace(e);
    return UNUSABLE;
  }

  /** Told of what went wrong with one query while the others go on. */
  private void reportBug(Throwable bug) {
    printTrace(bug);
  }

  private void printTrace(Throwable e) {
    if (debug) {
      e.printStackTrace(err());
    }
  }

  private PrintWriter err() {
    return commandLine().getErr();
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }

  /** The version that the jar's manifest names. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      Optional<String> version =
          Optional.ofNullable(LitmusCommand.class.getPackage().getImplementationVersion());
      return new String[] {"litmus " + version.orElse("(not from its jar)")};
    }
  }
}
