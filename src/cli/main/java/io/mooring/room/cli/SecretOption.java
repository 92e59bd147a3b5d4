package io.mooring.room.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The secret that a server and its workers share. */
@HelpSection.In(HelpSection.MACHINES)
final class SecretOption {

  private static final String VARIABLE = "MOORING_SECRET";

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description =
          "A file with a text that server and workers must both have. Default: that of "
              + VARIABLE
              + ", or none.")
  private @Nullable Path file;

  boolean isGiven() {
    return file != null;
  }

  /** The secret; empty for none. */
  String text(Shell shell) {
    if (file == null) {
      return shell.variable(VARIABLE).strip();
    }
    Path existing = shell.existing(file);
    try {
      String text = Files.readString(existing).strip();
      if (text.isEmpty()) {
        throw new UsageException(file + " is empty, so it is no secret", "");
      }
      return text;
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }
}
