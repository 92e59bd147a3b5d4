package io.mooring.flink.job;

import io.mooring.flink.Callback;
import io.mooring.flink.CallbackReader;
import io.mooring.flink.Fleet;
import io.mooring.flink.FleetOptions;
import io.mooring.room.harness.trace.ConnectionTraces;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The job {@code fleet}: it judges the sessions of a fleet of room connections. Started by itself
 * it runs in this process; started by Flink's {@code flink run}, on that cluster.
 */
@Command(
    name = "fleet",
    description = {
      "Judges the traces of a fleet on Apache Flink: lines from files or Kafka in, one verdict for"
          + " each session out, the same as 'mooring validate' gives."
    },
    mixinStandardHelpOptions = true,
    versionProvider = FleetJob.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    exitCodeListHeading = "%nExit codes, when the input has ended:%n",
    exitCodeList = {
      "0:every session is accepted, and every line was judged",
      "1:a session is rejected",
      "2:the call is wrong, or the job failed",
      "3:none is rejected, but a session is undecided, a line was not judged, or there was no"
          + " session"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  fleet --files logs --out results",
      "  fleet --files logs --follow --out results --checkpoints state",
      "  fleet --kafka broker:9092 --topic callbacks --to fleet- --checkpoints s3://bucket/state",
      "  flink run -d mooring-fleet.jar --kafka broker:9092 ...   # the same on a cluster"
    })
public final class FleetJob implements Callable<Integer> {

  /** That of a job that is started within the process of a JobManager. */
  private static final String EMBEDDED = "embedded";

  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  private final PrintWriter out;
  private final PrintWriter err;

  @Mixin private final InputOptions input = new InputOptions();
  @Mixin private final Outputs outputs = new Outputs();
  @Mixin private final JudgeOptions judging = new JudgeOptions();
  @Mixin private final EngineOptions engine = new EngineOptions();

  @Option(names = "--verbose", description = "Print Flink's log, and the stack trace of a failure.")
  private boolean verbose;

  private boolean embedded;

  /** The process is about to end; what fails from now on fails because of that. */
  private volatile boolean ending;

  private FleetJob(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the job, and ends the process with its exit code unless it is that of a JobManager.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    FleetJob job = new FleetJob(out, err);
    int code = job.execute(args);
    out.flush();
    err.flush();
    if (!job.embedded) {
      System.exit(code);
    }
    if (code == Summary.WRONG) {
      throw new IllegalStateException("the fleet could not be judged; see the output of this job");
    }
  }

  /**
   * Runs the job in this process or on the cluster that its context names, and returns its exit
   * code when its input has ended. Throws nothing.
   *
   * @param out what is printed as the result
   * @param err what is printed as errors
   * @param args see {@code --help}
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return new FleetJob(out, err).execute(args);
  }

  private int execute(String... args) {
    return new CommandLine(this)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Duration.class, new Times())
        .setParameterExceptionHandler(
            (e, given) -> complain(firstLine(e) + "; 'fleet --help' lists what there is", e))
        .setExecutionExceptionHandler((e, command, result) -> complain(message(e), e))
        .execute(args);
  }

  private static String message(Exception e) {
    if (e instanceof WrongCallException) {
      return firstLine(e);
    }
    Throwable cause = e;
    for (Throwable next = e; next != null; next = next.getCause()) {
      cause = next;
    }
    return "the job failed: "
        + cause.getClass().getSimpleName()
        + ": "
        + firstLine(cause)
        + "; --verbose prints more";
  }

  private static String firstLine(Throwable e) {
    return Objects.requireNonNullElse(e.getMessage(), "no reason is given")
        .lines()
        .findFirst()
        .orElse("");
  }

  private int complain(String message, Exception e) {
    if (ending) {
      return Summary.WRONG;
    }
    err.println("fleet: " + message);
    if (verbose) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      err.println(trace);
    }
    err.flush();
    return Summary.WRONG;
  }

  @Override
  public Integer call() throws Exception {
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, verbose ? "info" : "off");
    }
    input.check();
    outputs.check(input);
    engine.check(input, outputs);
    FleetOptions options = judging.options();
    if (input.from != InputOptions.From.EARLIEST && !options.fromTheMiddle() && !engine.resume) {
      throw new WrongCallException(
          "--from "
              + input.from
              + " begins in the middle of sessions: add --from-the-middle, so that none is rejected"
              + " for what is not read");
    }
    Optional<String> saved = engine.saved();
    Configuration flink = engine.configuration(saved.orElse(null));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(flink);
    embedded = EMBEDDED.equals(environment.getConfiguration().get(DeploymentOptions.TARGET));
    boolean here = environment instanceof LocalStreamEnvironment;
    if (here) {
      checkHere(saved.isPresent());
    }
    if (engine.resume) {
      err.println("fleet: " + saved.map(s -> "goes on from " + s).orElse("begins: no state yet"));
      err.flush();
    }
    if (!here) {
      return judge(environment, options);
    }
    try (TemporaryFolder temporary = new TemporaryFolder(() -> ending = true)) {
      flink.addAll(engine.here(temporary.toString()));
      StreamExecutionEnvironment local = StreamExecutionEnvironment.createLocalEnvironment(flink);
      if (engine.parallelism == 0) {
        local.setParallelism(Runtime.getRuntime().availableProcessors());
      }
      return judge(local, options);
    }
  }

  private int judge(StreamExecutionEnvironment environment, FleetOptions options) throws Exception {
    build(environment, options);
    return end(environment.execute("fleet"));
  }

  /** What is wrong is said before the job starts, where this machine can know it. */
  private void checkHere(boolean goesOn) throws IOException, InterruptedException {
    Local.readable(input.files);
    if (!input.follow && !goesOn) {
      Local.filled(input.files);
    }
    if (outputs.isKafka()) {
      KafkaTopics.contact(outputs.servers, java.util.List.of());
    } else if (!goesOn) {
      Local.fresh(outputs.folder);
    }
    if (input.isKafka()) {
      KafkaTopics.contact(input.servers, input.topics);
    }
  }

  private void build(StreamExecutionEnvironment environment, FleetOptions options) {
    Configuration always = new Configuration();
    // Timers of sessions need it; an input that ends would otherwise be a batch.
    always.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
    environment.configure(always);
    if (engine.parallelism > 0) {
      environment.setParallelism(engine.parallelism);
    }
    SingleOutputStreamOperator<Callback> callbacks =
        input
            .lines(environment)
            .process(new CallbackReader(input.members(), ConnectionTraces::validator))
            .returns(Callback.class)
            .name("read")
            .uid("mooring-read");
    try {
      Fleet fleet = Fleet.judge(callbacks, ConnectionTraces::validator, options);
      outputs.write(fleet, Outputs.unreadable(callbacks), !options.key().isEmpty());
    } catch (IllegalArgumentException refused) {
      // Options that do not fit the rules, or each other.
      throw new WrongCallException(String.valueOf(refused.getMessage()));
    }
  }

  private int end(@Nullable JobExecutionResult result) {
    if (result == null || !result.isJobExecutionResult()) {
      out.println("fleet: the job runs on the cluster; its results: " + outputs.place());
      return Summary.GOOD;
    }
    Optional<Summary> counted = Summary.of(result.getAllAccumulatorResults());
    if (counted.isEmpty()) {
      err.println(
          "fleet: the job failed while it ended, and went on without the totals; the results are"
              + " whole, count them: "
              + outputs.place());
      err.flush();
      return Summary.WRONG;
    }
    Summary summary = counted.get();
    out.println(summary.text() + "; results: " + outputs.place());
    out.flush();
    return summary.exitCode();
  }

  /** The version of the jar that runs. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "fleet "
            + Objects.requireNonNullElse(
                FleetJob.class.getPackage().getImplementationVersion(), "(built in place)")
      };
    }
  }
}
