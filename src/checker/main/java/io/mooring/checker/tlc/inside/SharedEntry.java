package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.SearchResult;
import io.mooring.checker.tlc.SharedCheck;
import io.mooring.checker.tlc.SharedCheck.Place;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.rmi.ConnectException;
import java.rmi.NoSuchObjectException;
import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMISocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprNode;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.output.MP;
import tlc2.output.MPRecorder;
import tlc2.tool.distributed.InternRMI;
import tlc2.tool.distributed.TLCApp;
import tlc2.tool.distributed.TLCServer;
import tlc2.tool.distributed.TLCServerRMI;
import tlc2.tool.distributed.TLCWorker;
import tlc2.tool.fp.FPSetConfiguration;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import util.ToolIO;
import util.UniqueString;

/**
 * The checker's distributed mode, in a process that does nothing else. Here the checker's classes
 * are those of the class path, as they come: remote invocation is wanted, and what the checker does
 * to the process ends with the process.
 */
public final class SharedEntry implements SharedCheck.Bridge {

  private static final long BETWEEN_ATTEMPTS_NANOS = 50_000_000L;

  /** Kept: remote invocation alone keeps no object alive. */
  private final List<SharedWorker> workers = new ArrayList<>();

  /** Created by name. */
  public SharedEntry() {}

  /** What workers have said. */
  private static final class Counts implements SeenStates {
    final AtomicInteger threads = new AtomicInteger();
    final AtomicLong states = new AtomicLong();
    final AtomicLong steps = new AtomicLong();
    private final CheckObserver watch;

    Counts(CheckObserver watch) {
      this.watch = watch;
    }

    @Override
    public synchronized void add(long moreStates, long moreSteps, int[][] seen) {
      threads.incrementAndGet();
      states.addAndGet(moreStates);
      steps.addAndGet(moreSteps);
      watch.add(seen);
    }
  }

  @Override
  public Optional<CheckResult> serve(
      RunRequest run,
      Place place,
      SharedCheck.Ready ready,
      CheckProgress progress,
      List<String> reasons)
      throws Exception {
    BoundSockets sockets = prepare(run, place);
    int port = sockets.reserve();
    int seenPort = sockets.reserve();
    System.setProperty(TLCServer.class.getName() + ".port", String.valueOf(port));
    ModuleFinder finder = new ModuleFinder(run);
    Printer printer = Printer.install();
    TLCApp app =
        new TLCApp(run.moduleName(), config(run), true, null, new FPSetConfiguration(), finder);
    Specification specification = of(run, finder, (FastTool) app.tool);
    String unfit = unfit(specification.tool());
    if (unfit != null) {
      reasons.add(unfit);
      return Optional.empty();
    }
    CheckObserver watch = new CheckObserver(specification, printer);
    initialStates(specification.tool(), watch);
    Recording recording = new Recording();
    Counts counts = new Counts(watch);
    MP.setRecorder(
        new MPRecorder() {
          @Override
          public void record(int code, Object... objects) {
            recording.record(code, objects);
          }
        });
    ResultBuilder report = new ResultBuilder(specification, recording, watch);
    Registry registry = LocateRegistry.createRegistry(seenPort);
    Remote exported = UnicastRemoteObject.exportObject(counts, 0);
    registry.rebind(SeenStates.NAME, exported);
    SharedServer server = new SharedServer(app);
    ready.at(port, seenPort);
    server.search(progress);
    if (!recording.said(EC.TLC_SUCCESS)) {
      reasons.add("something was found, which one worker shows with its behaviour");
      return Optional.empty();
    }
    // Each state was followed once by a worker that stayed until the end and has said what it saw.
    long distinct = distinct(recording);
    if (counts.states.get() != distinct) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "of %,d states only %,d were followed by workers that stayed",
              distinct,
              counts.states.get()));
      return Optional.empty();
    }
    return Optional.of(result(specification, recording, watch, report, counts, printer));
  }

  private static CheckResult result(
      Specification specification,
      Recording recording,
      CheckObserver watch,
      ResultBuilder report,
      Counts counts,
      Printer printer)
      throws Exception {
    long edges = counts.steps.get();
    long generated = edges + recording.initialStates();
    Judgement judgement = new Judgement(specification, recording, watch);
    CheckOutcome outcome = judgement.success();
    report.warnings(outcome, judgement, generated);
    return report.of(
        outcome,
        new ResultBuilder.Figures(
            distinct(recording),
            generated,
            edges,
            Integer.parseInt(recording.parameter(EC.TLC_SEARCH_DEPTH, 0))),
        Optional.empty(),
        new SearchResult(
            counts.threads.get(),
            specification.checksDeadlock(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        printer.end());
  }

  private static long distinct(Recording recording) {
    return Long.parseLong(recording.parameter(EC.TLC_STATS, 1));
  }

  /** Why a specification is not one for several processes; null if it is. */
  private static @Nullable String unfit(FastTool tool) {
    if (!tool.livenessIsTrue()) {
      return "it has temporal properties, which one process decides";
    }
    if (tool.getActions().length == 0) {
      return "it has no behaviour";
    }
    for (ExprNode assumption : tool.getAssumptions()) {
      if (!tool.isValid(assumption)) {
        return "an assumption is false";
      }
    }
    return new Stateless(tool).holding().isEmpty() ? null : "a property says nothing";
  }

  private static void initialStates(FastTool tool, CheckObserver watch) {
    Set<Long> known = new HashSet<>();
    tool.getInitStates(
        state -> {
          if (tool.isInModel(state) && known.add(state.fingerPrint())) {
            watch.initial(state);
          }
          return state;
        });
  }

  @Override
  public void work(RunRequest run, Place place, String host, int port, int seenPort, int threads)
      throws Exception {
    prepare(run, place);
    try {
      join(run, place, host, port, seenPort, threads);
    } catch (NoSuchObjectException over) {
      // The search was over before this worker took part: nothing is missing.
      workers.clear();
    }
    // The one that has started this process ends it.
    new CountDownLatch(1).await();
  }

  private void join(RunRequest run, Place place, String host, int port, int seenPort, int threads)
      throws Exception {
    TLCServerRMI server = (TLCServerRMI) find(host, port, TLCServer.SERVER_WORKER_NAME);
    SeenStates seen = (SeenStates) find(host, seenPort, SeenStates.NAME);
    FP64.Init(server.getIrredPolyForFP());
    // Before the first text of the specification: states have texts as numbers of the server's.
    UniqueString.setSource((InternRMI) server);
    Printer printer = Printer.install();
    Specification specification = Specification.load(run);
    CheckObserver watch = new CheckObserver(specification, printer);
    StepsApp app = new StepsApp(specification, watch);
    boolean open = true;
    for (int i = 0; i < threads && open; i++) {
      TLCWorker worker =
          new TLCWorker(i, app, server.getFPSetManager(), place.bind().getHostAddress());
      SharedWorker shared = new SharedWorker(worker, app, watch, seen);
      workers.add(shared);
      open = register(server, shared);
    }
  }

  /** Registers with the server; a search that is over already needs nothing more. */
  private static boolean register(TLCServerRMI server, SharedWorker worker) throws Exception {
    try {
      if (server.isDone()) {
        return false;
      }
      server.registerWorker(worker);
      return true;
    } catch (NoSuchObjectException | ConnectException over) {
      return false;
    }
  }

  private static Remote find(String host, int port, String name) throws Exception {
    while (true) {
      try {
        return LocateRegistry.getRegistry(host, port).lookup(name);
      } catch (NotBoundException notYet) {
        LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
      }
    }
  }

  private static BoundSockets prepare(RunRequest run, Place place) throws Exception {
    BoundSockets sockets = new BoundSockets(place);
    RMISocketFactory.setSocketFactory(sockets);
    ToolIO.setMode(ToolIO.TOOL);
    ToolIO.setUserDir(run.folder().toString());
    FP64.Init(0);
    TLCGlobals.setNumWorkers(0);
    TLCGlobals.chkptDuration = 0;
    TLCGlobals.metaDir = Files.createDirectories(run.folder().resolve("states")) + "/";
    return sockets;
  }

  private static String config(RunRequest run) {
    String config = run.config().toString();
    return config.substring(0, config.length() - ".cfg".length());
  }

  private static Specification of(RunRequest run, ModuleFinder finder, FastTool tool)
      throws TlcException {
    List<String> variables = new ArrayList<>();
    for (var variable : tool.getSpecProcessor().getRootModule().getVariableDecls()) {
      variables.add(variable.getName().toString());
    }
    return new Specification(
        run, finder, tool, new ActionNames(tool).all(), List.copyOf(variables));
  }
}
