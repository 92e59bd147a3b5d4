package io.mooring.checker.distributed;

import io.mooring.checker.distributed.AssignedCheck.Lost;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.Checking;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The workers of one run, and the server that they have joined.
 *
 * <p>A check is handed out as a whole to a worker that has time for it; when the worker is lost
 * before it has answered, another one is asked. Workers may join and leave at any time.
 *
 * <p>Safe for use by several threads. Closing it ends the run for the workers, too.
 */
public final class WorkerPool implements AutoCloseable {

  /** So many workers may be lost with the same check before it is given up. */
  private static final int LOSSES = 3;

  private final Tlc tlc;
  private final WorkerPoolOptions options;
  private final Consumer<String> events;
  private final RemoteWorkers workers;
  private final WorkerAcceptor acceptor;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Path, ModuleAst> modules = new ConcurrentHashMap<>();

  private WorkerPool(Tlc tlc, WorkerPoolOptions options, Identity identity, Consumer<String> events)
      throws IOException {
    this.tlc = tlc;
    this.options = options;
    this.events = events;
    this.workers = new RemoteWorkers(options.patience());
    this.acceptor = new WorkerAcceptor(options, identity, workers, events);
  }

  /**
   * Listens for workers.
   *
   * @param tlc the checker that the workers must have, too
   * @param events receives a line for each worker that joins, is refused or is lost; on threads of
   *     the pool's own, one at a time
   * @throws TlcException if it cannot listen there
   */
  public static WorkerPool open(Tlc tlc, WorkerPoolOptions options, Consumer<String> events)
      throws TlcException {
    return open(tlc, options, Identity.of(tlc), events);
  }

  static WorkerPool open(
      Tlc tlc, WorkerPoolOptions options, Identity identity, Consumer<String> events)
      throws TlcException {
    try {
      return new WorkerPool(tlc, options, identity, new OneAtATime(events));
    } catch (IOException failure) {
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "cannot listen on %s: %s; --listen names another address or port",
              Addresses.text(options.address()),
              failure.getMessage()),
          failure);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return acceptor.address();
  }

  /** What the workers do now, in one line. */
  public String overview() {
    List<RemoteWorker> all = workers.all();
    return all.isEmpty()
        ? "no worker yet"
        : all.stream().map(RemoteWorker::doing).collect(Collectors.joining("; "));
  }

  /** How many checks each worker has answered, in one line. */
  public String summary() {
    return workers.summary();
  }

  /**
   * Waits until as many workers have joined as the options expect. For one alone the first check
   * waits.
   *
   * @throws NoWorkersException if they are fewer for as long as the options say
   */
  public void awaitExpected() throws TlcException {
    if (options.expected() > 1) {
      workers.await(options.expected());
    }
  }

  /** From how many distinct states on a model is checked by all workers together. */
  public long together() {
    return options.together();
  }

  /** Hands checks out as a whole. */
  public Checking asking(String title) {
    return (request, progress) -> ask(title, request, progress);
  }

  /**
   * Checks by all workers together, in the checker's own distributed mode, if they are several and
   * the check allows it. Whatever goes wrong, or is found, is checked again as a whole.
   */
  public Checking askingTogether(String title) {
    return (request, progress) -> {
      RemoteCheck check = check(title, request);
      Optional<CheckResult> result =
          new SharedSearch(tlc, ids.incrementAndGet(), check, progress, events)
              .result(workers.all());
      return result.isPresent() ? result.get() : ask(title, request, progress);
    };
  }

  private RemoteCheck check(String title, CheckRequest request) throws TlcException {
    Path file = request.module().toAbsolutePath().normalize();
    ModuleAst module = modules.get(file);
    if (module == null) {
      module = tlc.parse(request.module());
      modules.put(file, module);
    }
    return RemoteCheck.of(tlc, title, module, request);
  }

  private CheckResult ask(String title, CheckRequest request, CheckProgress progress)
      throws TlcException {
    List<String> lost = new ArrayList<>();
    while (lost.size() < LOSSES) {
      RemoteWorker worker = workers.take();
      try {
        // Only now: of checks that wait nothing is in the memory.
        RemoteCheck check = check(title, request);
        return new AssignedCheck(ids.incrementAndGet(), check, progress).ask(worker);
      } catch (Lost gone) {
        lost.add(worker.name());
        events.accept(
            worker.name()
                + " was lost while it checked "
                + title
                + (lost.size() < LOSSES ? ", which is asked again" : ""));
      } finally {
        workers.giveBack(worker);
      }
    }
    throw new TlcException(
        String.format(
            Locale.ROOT,
            "%s: %d workers were lost while they checked it (%s), so there is no verdict; they may"
                + " have too little memory",
            request.module(),
            lost.size(),
            String.join(", ", lost)));
  }

  @Override
  public void close() {
    acceptor.close();
  }

  /** Passes lines on, one at a time. */
  private record OneAtATime(Consumer<String> events) implements Consumer<String> {
    @Override
    public synchronized void accept(String line) {
      events.accept(line);
    }
  }
}
