package io.mooring.flink.job;

import io.mooring.flink.Duplicates;
import io.mooring.flink.FleetOptions;
import io.mooring.room.spec.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How sessions are judged. */
final class JudgeOptions {

  /** A shorter key could be guessed. */
  private static final int KEY_LENGTH = 16;

  @Option(
      names = "--silence",
      paramLabel = "TIME",
      defaultValue = "24h",
      description =
          "A session that says nothing for so long has ended, and is judged as a whole. Default:"
              + " ${DEFAULT-VALUE}.")
  Duration silence = Duration.ZERO;

  @Option(
      names = "--tolerance",
      paramLabel = "TIME",
      defaultValue = "1s",
      description = "The tolerance of all time bounds. Default: ${DEFAULT-VALUE}.")
  Duration tolerance = Duration.ZERO;

  @Option(
      names = "--from-the-middle",
      description = "A session may begin in any state: its first lines may not be in the input.")
  boolean fromTheMiddle;

  @Option(
      names = "--duplicates",
      paramLabel = "BY",
      defaultValue = "none",
      description =
          "How a line is recognised that comes twice: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}.")
  By duplicates = By.none;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "The verdict of a rejected session has its last N lines up to the rejected one. Default:"
              + " ${DEFAULT-VALUE}.")
  int keep;

  @Option(
      names = "--hide-with",
      paramLabel = "KEYFILE",
      description =
          "Call sessions by a digest with the key in this file, and leave lines out of all"
              + " results.")
  @Nullable Path keyFile;

  /** The words of {@link Duplicates}, as one types them. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum By {
    none(Duplicates.NONE),
    sequence(Duplicates.SEQUENCE),
    repetition(Duplicates.REPETITION);

    private final Duplicates duplicates;

    By(Duplicates duplicates) {
      this.duplicates = duplicates;
    }
  }

  FleetOptions options() throws IOException {
    if (keep < 0 || keep > FleetOptions.MOST_KEPT) {
      throw new WrongCallException(
          "--keep is from 0 to " + FleetOptions.MOST_KEPT + ", not " + keep);
    }
    return new FleetOptions(
        tolerance,
        fromTheMiddle,
        silence,
        duplicates.duplicates,
        "reason",
        key(),
        keep,
        Table.FINGERPRINT);
  }

  private String key() throws IOException {
    if (keyFile == null) {
      return "";
    }
    if (!Files.isReadable(keyFile)) {
      throw new WrongCallException("the key file " + keyFile + " cannot be read");
    }
    String key = Files.readString(keyFile).strip();
    if (key.length() < KEY_LENGTH) {
      throw new WrongCallException(
          "the key in "
              + keyFile
              + " has "
              + key.length()
              + " characters: give at least "
              + KEY_LENGTH
              + ", at random");
    }
    return key;
  }
}
