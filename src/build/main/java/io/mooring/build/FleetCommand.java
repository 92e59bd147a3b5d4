package io.mooring.build;

import io.mooring.room.cli.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * The command {@code fleet} in the list of commands. The start script runs the job itself, with
 * Flink on a class path of its own, when it is the first word of a call.
 */
@Command(
    name = "fleet",
    description = {
      "Judges the traces of a fleet on Apache Flink: files or Kafka in, one verdict for each session"
          + " out. 'mooring fleet --help' lists its options."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring fleet --files logs --out results",
      "  ./mooring fleet --files logs --follow --out results --checkpoints state"
    })
final class FleetCommand implements Callable<Integer> {

  @Unmatched private List<String> words = new ArrayList<>();

  FleetCommand() {}

  @Override
  public Integer call() {
    throw new UsageException(
        "the job of a fleet is not on this class path",
        "Call it as './mooring fleet', with any option behind it"
            + (words.isEmpty() ? "." : ": " + String.join(" ", words)));
  }
}
