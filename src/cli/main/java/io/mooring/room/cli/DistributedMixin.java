package io.mooring.room.cli;

import io.mooring.checker.distributed.Addresses;
import io.mooring.checker.distributed.WorkerPool;
import io.mooring.checker.distributed.WorkerPoolOptions;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the models of a manifest are checked on several machines. */
@HelpSection.In(HelpSection.MACHINES)
final class DistributedMixin {

  private static final String LOOPBACK = "127.0.0.1";

  @Option(
      names = "--distributed",
      description =
          "Hand the models of the manifest out to workers ('mooring worker'), which do the checks.")
  private boolean distributed;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS[:PORT]",
      description =
          "Where workers connect. Default: 127.0.0.1:"
              + WorkerPoolOptions.PORT
              + ", which workers on this machine alone reach; another one belongs to a trusted"
              + " network.")
  private @Nullable String listen;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "End with exit code 2 when there is no worker for so long. Default: 5m.")
  private @Nullable Duration patience;

  @Option(
      names = "--together",
      paramLabel = "STATES",
      description =
          "A model that must succeed and has so many distinct states, or an unknown number, is"
              + " searched by all workers together. Default: 1000000.")
  private @Nullable Long together;

  @Option(
      names = "--expect",
      paramLabel = "WORKERS",
      description =
          "Begin when so many workers have joined; end with exit code 2 when they have not within"
              + " the patience. Default: 1.")
  private @Nullable Integer expected;

  @Mixin private final SecretOption secret = new SecretOption();

  boolean wanted() {
    return distributed;
  }

  /** Refuses options that say nothing here. */
  void refuseWithout() {
    String given =
        listen != null
            ? "--listen"
            : patience != null
                ? "--patience"
                : together != null
                    ? "--together"
                    : expected != null ? "--expect" : secret.isGiven() ? "--secret" : "";
    if (!distributed && !given.isEmpty()) {
      throw new UsageException(
          given + " belongs to --distributed", "Add --distributed, or leave it out.");
    }
  }

  /** Refuses a specification, which one process checks. */
  void refuseWithSpecification() {
    if (distributed) {
      throw new UsageException(
          "--distributed hands out the models of a manifest, and a specification is named",
          "Leave the specification out, or name a manifest that has it with --manifest.");
    }
  }

  /** Listens for workers; the caller closes it. */
  WorkerPool open(Tlc tlc, Shell shell) throws TlcException {
    if (together != null && together < 0) {
      throw new UsageException("--together is at least 0, not " + together, "");
    }
    if (expected != null && expected < 1) {
      throw new UsageException("--expect is at least 1, not " + expected, "");
    }
    InetSocketAddress address = Addresses.of(listen == null ? LOOPBACK : listen);
    WorkerPool workerPool =
        WorkerPool.open(
            tlc,
            new WorkerPoolOptions(
                address,
                secret.text(shell),
                patience == null ? WorkerPoolOptions.PATIENCE : patience,
                together == null ? WorkerPoolOptions.TOGETHER : together,
                expected == null ? 1 : expected),
            shell::say);
    String where = Addresses.text(workerPool.address());
    if (!workerPool.address().getAddress().isLoopbackAddress()) {
      shell.warn(
          "warning: what reaches "
              + where
              + " can make this process run code; use it in a trusted network alone");
    }
    shell.say("waits for workers: mooring worker " + where);
    return workerPool;
  }
}
