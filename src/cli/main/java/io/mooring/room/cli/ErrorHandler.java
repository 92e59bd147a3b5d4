package io.mooring.room.cli;

import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.RefusedException;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.ForeignFileException;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.prover.model.ContradictionException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How a call fails: with one message, a hint, and exit code 2. A stack trace goes to a file, and to
 * the screen only with {@code --verbose}.
 */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /** The specification or the call is wrong. */
  static final int WRONG = 2;

  /** Two programs that must agree do not: an error of the tool. */
  static final int CONTRADICTION = 4;

  /** Explanations of file errors whose message is the path alone. */
  private static final Map<Class<?>, String> WORDS =
      Map.of(
          AccessDeniedException.class, "no permission",
          NoSuchFileException.class, "no such file",
          FileAlreadyExistsException.class, "a file is in the way");

  private final Shell shell;

  ErrorHandler(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    StringBuilder hint = new StringBuilder();
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        hint.append("Did you mean ").append(String.join(" or ", near)).append("? ");
      }
    }
    hint.append("'").append(name).append(" --help' lists what there is.");
    shell.complain(name, unknownCommand(e).orElse(oneLine(e)), hint.toString());
    return WRONG;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    String name = command.getCommandSpec().qualifiedName();
    if (PrivateFolder.isEnding()) {
      // The folder is gone because of an interrupt, and so are the reasons of what fails now.
      return WRONG;
    }
    if (e instanceof UsageException refusal) {
      refuse(command, e, oneLine(e), refusal.hint());
    } else if (e instanceof TlcException
        || e instanceof ModelException
        || e instanceof ForeignFileException
        || e instanceof InputFormatException) {
      refuse(
          command,
          e,
          shell.brief(Objects.requireNonNullElse(e.getMessage(), "refused").strip()),
          hint(e));
    } else if (e instanceof ContradictionException) {
      refuse(
          command,
          e,
          oneLine(e),
          "One of them is wrong, or the translation between them: an error of the tool, and no"
              + " answer of it counts. Report it with the specification.");
      return CONTRADICTION;
    } else if (e instanceof IOException || e instanceof UncheckedIOException) {
      refuse(command, e, shell.brief(unreadable(e)), "");
    } else {
      report(command, e, "failed unexpectedly: " + oneLine(e));
      return unexpected(name, e);
    }
    if (shell.verbose()) {
      shell.warn(trace(e));
    }
    return WRONG;
  }

  private void refuse(CommandLine command, Exception e, String message, String hint) {
    shell.complain(command.getCommandSpec().qualifiedName(), message, hint);
    report(command, e, message);
  }

  /** Says it to programs too: what is written for them is never that of an earlier call. */
  private static void report(CommandLine command, Exception e, String message) {
    if (command.getCommand() instanceof ReportingCommand reporting) {
      reporting.reports.refused(command.getCommandName(), reporting.subject(), e, message);
    }
  }

  private String hint(Exception e) {
    if (e instanceof RefusedException refused) {
      return refused.hint();
    }
    return e instanceof ModelException
        ? "The form that the generator requires of a module is described in "
            + shell.page("machine-modules.md")
            + "."
        : "";
  }

  private static Optional<String> unknownCommand(ParameterException e) {
    boolean isCommand =
        e instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && !e.getCommandLine().getSubcommands().isEmpty();
    return isCommand
        ? Optional.of(
            "there is no command '" + ((UnmatchedArgumentException) e).getUnmatched().get(0) + "'")
        : Optional.empty();
  }

  private static String unreadable(Exception e) {
    Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
    String file =
        e instanceof UncheckedIOException ? oneLine(e) : "a file cannot be read or written";
    String why =
        cause instanceof FileSystemException refused && refused.getReason() == null
            ? WORDS.getOrDefault(cause.getClass(), cause.getClass().getSimpleName())
                + ": "
                + refused.getFile()
            : oneLine(cause);
    return file + " (" + why + ")";
  }

  /** Answers a fault of the program itself. */
  int unexpected(String name, Throwable e) {
    Path file = shell.artefacts("failure.txt");
    String trace = trace(e);
    String where;
    try {
      Shell.write(file, trace);
      where = "The details are in " + shell.show(file) + "; --verbose prints them.";
    } catch (RuntimeException unwritable) {
      where = "--verbose prints the details.";
    }
    shell.complain(name, "failed unexpectedly: " + oneLine(e), where);
    if (shell.verbose()) {
      shell.warn(trace);
    }
    return WRONG;
  }

  private static String oneLine(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  private static String trace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
