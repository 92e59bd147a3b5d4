package io.mooring.room.cli;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code mooring}: the root of all that can be done from a shell. */
@Command(
    name = "mooring",
    description = "A room connection: specified, model-checked, generated, fuzzed.",
    mixinStandardHelpOptions = true,
    versionProvider = Mooring.Version.class)
public final class Mooring implements Runnable {
  private Mooring() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Mooring()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
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
