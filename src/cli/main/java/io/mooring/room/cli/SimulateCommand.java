package io.mooring.room.cli;

import io.mooring.room.testkit.call.Call;
import io.mooring.room.testkit.call.CallSimulation;
import io.mooring.room.testkit.call.Loss;
import io.mooring.room.testkit.call.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code simulate}: a call on virtual time in which one user is lost. */
@Command(
    name = "simulate",
    description = {
      "Plays a call on virtual time: user A loses the network and comes back after 5 s, 29 s, 45 s"
          + " and never; or its process dies, or its device sleeps, for as long. Shows A's"
          + " callbacks and the notifications of user B."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring simulate --svg call.svg",
      "  ./mooring simulate --loss death",
      "  ./mooring simulate --runs 1000 --seed 7",
      "  ./mooring simulate --fleet 100000 --seed 7 --disorder 2 --out fleet.ndjson.gz",
      "  ./mooring simulate --schedule back-29_detection-3.5_window-35_patience-43"
    })
final class SimulateCommand implements Callable<Integer> {

  private final Shell shell;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Play one random schedule instead; with --runs, the first of them.")
  private @Nullable Long seed;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Play this number of random schedules, and print only a summary.")
  private @Nullable Integer runs;

  @Option(
      names = "--schedule",
      paramLabel = "TEXT",
      description =
          "Play this schedule instead, as the address of the atlas has it: for example"
              + " back-29_detection-3.5_window-35_patience-43, all in seconds, or back-never.")
  private @Nullable String schedule;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Where the picture is written. Default: target/mooring/simulate/call.svg.")
  private @Nullable Path svg;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "compiled",
      description = "The engine: compiled or spring. Default: ${DEFAULT-VALUE}.")
  private EngineChoice engine = EngineChoice.COMPILED;

  @Option(
      names = "--loss",
      paramLabel = "WHAT",
      defaultValue = "network",
      description =
          "How A is lost: network, death (its process dies, and another one continues from its"
              + " snapshot) or sleep (its device sleeps while the network is away). Default:"
              + " ${DEFAULT-VALUE}.")
  private Loss loss = Loss.NETWORK;

  @Mixin private FleetFiles fleet = new FleetFiles();

  SimulateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (fleet.isWanted()) {
      return fleet();
    }
    if (fleet.isMeant()) {
      throw new UsageException(
          "--out, --marks, --lines and --longest are of a fleet", "Add --fleet N.");
    }
    if (schedule != null && (runs != null || seed != null)) {
      throw new UsageException(
          "--schedule names one call, and " + (runs != null ? "--runs" : "--seed") + " others",
          "Leave out one of them.");
    }
    if (runs != null) {
      return sumUp(runs);
    }
    List<Call> calls = schedules().stream().map(this::play).toList();
    CallSummary summary = new CallSummary();
    for (Call call : calls) {
      shell.say(call.text().stripTrailing());
      shell.say();
      summary.add(call).ifPresent(fault -> shell.say(shell.style().bad("fault:") + " " + fault));
    }
    Path picture =
        svg == null ? shell.artefacts("simulate").resolve("call.svg") : shell.resolve(svg);
    if (shell.save(picture, CallPicture.svg(calls))) {
      shell.say("Picture:  " + shell.show(picture));
    }
    return exitCode(summary.faults());
  }

  private int fleet() {
    if (schedule != null || runs != null || svg != null) {
      throw new UsageException(
          "--fleet writes the lines of many clients, and --schedule, --runs and --svg are of one"
              + " call",
          "Leave out one of them.");
    }
    fleet.write(shell, seed == null ? 0 : seed);
    return 0;
  }

  private List<Schedule> schedules() {
    if (schedule != null) {
      return List.of(ScheduleText.read(schedule));
    }
    return seed == null ? CallSimulation.classics() : List.of(Schedule.random(seed));
  }

  private Call play(Schedule each) {
    return CallSimulation.play(each.withLoss(loss), engine.supplier());
  }

  private int sumUp(int count) {
    if (svg != null) {
      throw new UsageException("--runs only sums up, and --svg draws", "Leave out one of them.");
    }
    if (count <= 0) {
      throw new UsageException("--runs must be 1 or more, not " + count, "");
    }
    long first = seed == null ? 0 : seed;
    CallSummary summary = new CallSummary();
    for (int i = 0; i < count && !shell.interrupts().requested(); i++) {
      long each = first + i;
      summary
          .add(play(Schedule.random(each)))
          .ifPresent(
              fault -> {
                shell.say(shell.style().bad("fault:") + " " + fault);
                shell.say("  again:  " + again("--seed " + each));
              });
      shell.progress().update(summary.played() + " of " + count + " schedules");
    }
    summary.lines().forEach(shell::say);
    shell.say();
    shell.say("Again:  " + again("--runs " + summary.played() + " --seed " + first));
    return exitCode(summary.faults());
  }

  static int exitCode(long faults) {
    return faults == 0 ? 0 : 1;
  }

  private String again(String options) {
    return "./mooring simulate "
        + (engine == EngineChoice.COMPILED ? "" : "--engine " + engine + " ")
        + (loss == Loss.NETWORK ? "" : "--loss " + loss + " ")
        + options;
  }
}
