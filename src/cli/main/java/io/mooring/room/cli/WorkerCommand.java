package io.mooring.room.cli;

import io.mooring.checker.distributed.Addresses;
import io.mooring.checker.distributed.Worker;
import io.mooring.checker.distributed.WorkerOptions;
import io.mooring.checker.distributed.WorkerPoolOptions;
import io.mooring.checker.tlc.RefusedException;
import io.mooring.checker.tlc.TlcException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code worker}: does checks for a {@code check --distributed} elsewhere. */
@Command(
    name = "worker",
    description = {
      "Does the checks of a 'mooring check --distributed': waits for the server, does what it hands"
          + " out, and ends with it.",
      "The server can run code here, so another host than this one must be trusted by name."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring worker 127.0.0.1",
      "  ./mooring worker build-7:17717 --trust build-7 --secret secret.txt --stay"
    })
final class WorkerCommand implements Callable<Integer> {

  private final Shell shell;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "HOST[:PORT]",
      description = "Where the server listens. Default port: " + WorkerPoolOptions.PORT + ".")
  private @Nullable String server;

  @HelpSection.In(HelpSection.MACHINES)
  @Option(
      names = "--trust",
      paramLabel = "HOST",
      description =
          "The server may be on this host. Repeatable. Without it: on this machine alone.")
  private List<String> trusted = List.of();

  @HelpSection.In(HelpSection.MACHINES)
  @Option(
      names = "--stay",
      description = "When a run is over, wait for the next one. Ctrl-C ends it.")
  private boolean stay;

  @HelpSection.In(HelpSection.MACHINES)
  @Option(
      names = "--at-once",
      paramLabel = "N",
      description =
          "How many checks to do at the same time. Default: one for each processor, at most 4.")
  private @Nullable Integer atOnce;

  @Mixin private final SecretOption secret = new SecretOption();

  @Mixin private final CheckerOption checker = new CheckerOption();

  WorkerCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws TlcException {
    if (atOnce != null && atOnce < 1) {
      throw new UsageException("--at-once is at least 1, not " + atOnce, "");
    }
    if (server == null) {
      throw new UsageException("no server is named", "For example: mooring worker 127.0.0.1");
    }
    InetSocketAddress address = Addresses.of(server);
    refuseForeign(server, address);
    int processors = Runtime.getRuntime().availableProcessors();
    WorkerOptions options =
        new WorkerOptions(
            address,
            secret.text(shell),
            atOnce == null ? Math.min(4, processors) : atOnce,
            processors);
    shell.interrupts().lastWords(() -> {});
    try (Worker worker = new Worker(checker.ofLibrariesAlone(shell), options, shell::say)) {
      while (true) {
        Worker.End end = worker.run();
        switch (end) {
          case DONE -> shell.say("the run is over");
          case LOST -> shell.warn("the server is gone, without a word on whether its run is over");
          case CLOSED -> {
            return 0;
          }
        }
        if (!stay) {
          return end == Worker.End.DONE ? 0 : ErrorHandler.WRONG;
        }
      }
    }
  }

  private void refuseForeign(String named, InetSocketAddress address) throws RefusedException {
    if (address.getAddress().isLoopbackAddress()) {
      return;
    }
    for (String each : trusted) {
      if (Addresses.same(address, Addresses.of(each))) {
        return;
      }
    }
    throw new UsageException(
        named + " is another machine, and a server can run code in its workers",
        "If you trust it and the network between: --trust "
            + named.replaceFirst("(?<=[^:\\[]):\\d+$", "")
            + ".");
  }
}
