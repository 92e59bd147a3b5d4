package io.mooring.build;

import io.mooring.room.cli.Durations;
import io.mooring.room.cli.ProveCommand;
import io.mooring.room.cli.Shell;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code prove}: everything that is claimed, checked in one go. */
@Command(
    name = "prove",
    description = {
      "With --inductive, proves an inductive invariant of any specification, for all values of what"
          + " has no bounds; see src/docs/guide/prove.md. Without it, everything that this"
          + " repository claims:",
      "Model-checks the specification and its mutants, compares generated/ with what the generator"
          + " makes now, proves the client in time without bounds, walks both engines against TLC's"
          + " graph, and fuzzes both with TLC as judge.",
      "Prints the table of what is proven, and fails if the README or a page of the guide differs"
          + " from what it would write."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring prove",
      "  ./mooring prove --write               bring the README and the guide up to date",
      "  ./mooring prove --inductive Queue.tla --invariant Ind --property TakenInOrder"
    })
final class ProveClaimsCommand extends ProveCommand {

  private final Shell shell;

  @Option(
      names = "--write",
      description =
          "Write the table, the diagram and the code samples into the README and the guide.")
  private boolean write;

  ProveClaimsCommand(Shell shell) {
    super(shell);
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    if (namesSpecification()) {
      return super.call();
    }
    long start = System.nanoTime();
    Path project = shell.project();
    shell
        .interrupts()
        .lastWords(
            () ->
                shell.warn(
                    "Interrupted. Only the steps that are listed above, if any, were done."));
    Proof proof = new Proof(shell, project, write);
    proof.run();
    shell.say();
    if (proof.failed() > 0) {
      shell.say(
          shell.style().bad("Not proven:")
              + " "
              + proof.failed()
              + (proof.failed() == 1 ? " step" : " steps")
              + " failed, in "
              + Durations.since(start)
              + ".");
      return exitCode(proof.failed(), List.of());
    }
    String table = proof.facts().table();
    shell.say(table);
    shell.say();
    int code = pages(new PageSections(project), table);
    if (code == 0) {
      shell.say(shell.style().good("Proven") + " in " + Durations.since(start) + ".");
    }
    return code;
  }

  private int pages(PageSections pages, String table) {
    if (write) {
      shell.say(
          pages.write(table)
              ? "The README and the guide are up to date now."
              : "The README and the guide were up to date already.");
      return 0;
    }
    List<String> differences = pages.differences(table);
    for (String difference : differences) {
      shell.say(shell.style().bad("differs:") + " " + difference);
    }
    return exitCode(0, differences);
  }

  static int exitCode(int failed, List<String> differences) {
    return failed == 0 && differences.isEmpty() ? 0 : 1;
  }
}
