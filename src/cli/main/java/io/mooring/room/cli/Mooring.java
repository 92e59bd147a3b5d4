package io.mooring.room.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code mooring}: the root of all that can be done from a shell. */
@Command(
    name = "mooring",
    description = {
      "A room connection for RTC clients: specified in TLA+, model-checked, generated into Java,"
          + " and fuzzed against its own specification."
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Mooring.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:as expected",
      "1:a property does not hold, or something differs from what it must be",
      "2:the specification or the call is wrong",
      "3:ended before a verdict, by a limit of time, memory or depth"
    })
public final class Mooring implements Runnable {

  /** Suppresses Spring's own log output. */
  private static final Logger SPRING = Logger.getLogger("org.springframework");

  private final Shell shell;

  private Mooring(Shell shell) {
    this.shell = shell;
  }

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    FullMemory.reserve();
    try {
      speakOneLanguage();
      SPRING.setLevel(Level.OFF);
      Output out = new Output(new FileOutputStream(FileDescriptor.out));
      Shell shell = Shell.ofProcess(out);
      shell.interrupts().install();
      end(shell, out, run(shell, args));
    } catch (OutOfMemoryError full) {
      FullMemory.print();
      Runtime.getRuntime().halt(ErrorHandler.WRONG);
    }
  }

  private static void end(Shell shell, Output out, int found) {
    int code = found;
    shell.progress().clear();
    shell.out().flush();
    String unwritten = out.failure();
    if (unwritten != null) {
      shell.warn("mooring: the output could not be written: " + unwritten);
      code = code == 0 ? ErrorHandler.WRONG : code;
    }
    shell.interrupts().exit(code);
  }

  /**
   * Our own code never reads the machine's language; libraries do: the parser of the command line,
   * the model checker, the JDK's own messages.
   */
  @ForTheWholeProcess
  private static void speakOneLanguage() {
    Locale.setDefault(Locale.ROOT);
  }

  /**
   * Runs one command in this process and returns its exit code; throws nothing.
   *
   * @param directory the working directory of the caller
   * @param out what is printed as the result
   * @param err what is printed as errors, hints and progress
   * @param args the command and its options
   */
  public static int run(Path directory, PrintWriter out, PrintWriter err, String... args) {
    return run(new Shell(directory, null, out, err, /* terminal= */ false), args);
  }

  /** Runs one command and returns its exit code. */
  static int run(Shell shell, String... args) {
    try {
      int code = commandLine(shell).execute(args);
      shell.end(code);
      return code;
    } catch (OutOfMemoryError full) {
      return printFullMemory(shell);
    } catch (Throwable failure) {
      // Exceptions of a command are handled already; only an Error reaches this line.
      return new ErrorHandler(shell).unexpected("mooring", failure);
    }
  }

  private static int printFullMemory(Shell shell) {
    FullMemory.release();
    try {
      shell.progress().clear();
    } catch (OutOfMemoryError again) {
      // What was printed last stays before the message.
    }
    FullMemory.print();
    return ErrorHandler.WRONG;
  }

  /** All commands, for one call from a shell. */
  static CommandLine commandLine(Shell shell) {
    ErrorHandler failures = new ErrorHandler(shell);
    Optional<ProjectExtension> extension = ProjectExtension.load();
    CommandLine line =
        new CommandLine(new Mooring(shell))
            .addSubcommand(new NewCommand(shell))
            .addSubcommand(new CheckCommand(shell))
            .addSubcommand(new WorkerCommand(shell))
            .addSubcommand(new TraceCommand(shell))
            .addSubcommand(new AtlasCommand(shell, extension))
            .addSubcommand(new MutateCommand(shell))
            .addSubcommand(new GenerateCommand(shell, extension))
            .addSubcommand(new FuzzCommand(shell))
            .addSubcommand(new SimulateCommand(shell))
            .addSubcommand(new ValidateCommand(shell))
            .addSubcommand(new ProbeCommand(shell));
    // A checkout has a command of this name that can do the same, and more.
    if (extension.isEmpty()) {
      line.addSubcommand(new ProveCommand(shell));
    }
    extension.ifPresent(own -> own.commands(shell).forEach(line::addSubcommand));
    Map<String, IHelpSectionRenderer> help = new HashMap<>(line.getHelpSectionMap());
    help.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionSections());
    return line.setHelpSectionMap(help)
        .setOut(shell.out())
        .setErr(shell.err())
        .registerConverter(ColorChoice.class, ColorChoice::of)
        .registerConverter(EngineChoice.class, EngineChoice::of)
        .registerConverter(OracleChoice.class, OracleChoice::of)
        .registerConverter(Duration.class, new Durations())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                shell.style() == AnsiStyle.COLOURED ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      defaultValue = "auto",
      order = 100,
      description =
          "When to use colour: auto (on a terminal, unless NO_COLOR is set), always, never.")
  void color(ColorChoice choice) {
    shell.color(choice);
  }

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      order = 101,
      description = "Print the stack trace of a failure.")
  void verbose(boolean wanted) {
    shell.verbose(wanted);
  }

  @Override
  public void run() {
    CommandLine usage = commandLine(shell);
    usage.usage(shell.out());
    shell.out().flush();
  }

  /** The version of the jar that runs. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "mooring "
            + Objects.requireNonNullElse(
                Mooring.class.getPackage().getImplementationVersion(), "(built in place)")
      };
    }
  }
}
