package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.SearchResult.Limit;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One check that all workers do together, in the checker's own distributed mode.
 *
 * <p>Its only result is that nothing is violated, with every figure. Where something is violated,
 * the check is not one for several processes, or a worker is lost, there is no result: then the
 * check is done as a whole.
 *
 * @param tlc the checker
 * @param id its number in the run
 * @param check the check with its files
 * @param progress receives how far it has come
 * @param events receives a line on why there is no result
 */
record SharedSearch(
    Tlc tlc, long id, RemoteCheck check, CheckProgress progress, Consumer<String> events) {

  /** The family of checkers whose distributed mode this is for. */
  private static final String FAMILY = "1.7";

  Optional<CheckResult> result(List<RemoteWorker> workers) throws TlcException {
    if (!isForSeveral() || !tlc.about().family().equals(FAMILY)) {
      return Optional.empty();
    }
    if (workers.size() < 2) {
      return without("there is no second worker");
    }
    if (workers.get(0).connection().own() instanceof Inet6Address) {
      return without("that needs addresses of IPv4");
    }
    BlockingQueue<JsonNode> queue = new LinkedBlockingQueue<>();
    workers.forEach(each -> each.open(id, "a part of " + check.title(), queue));
    boolean answered = false;
    try (PrivateFolder folder = PrivateFolder.create()) {
      ObjectNode message = check.message("join", id);
      CheckRequest own = RemoteCheck.unpack(message, folder.path()).request();
      ChildProcess child =
          ChildProcess.start(tlc, folder.path(), setup(own, workers), host(workers), queue::add);
      try {
        Optional<CheckResult> result = await(workers, queue, message);
        answered = result.isPresent();
        return result;
      } finally {
        child.close();
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new TlcException("The check was interrupted", interrupt);
    } finally {
      for (RemoteWorker each : workers) {
        each.trySend(MessageConnection.message("stop").put("id", id));
        each.close(id, answered);
      }
    }
  }

  private boolean isForSeveral() throws TlcException {
    SearchOptions search = check.request().search();
    return check.isForSeveral()
        && !check.request().watching().searches()
        && check.request().watching().observed().isEmpty()
        && search.simulation().isEmpty()
        && search.depth().isEmpty()
        && search.memory().isEmpty()
        && !search.coverage()
        && !TemporalProperties.isIn(check.request(), check.module());
  }

  private ObjectNode setup(CheckRequest own, List<RemoteWorker> workers) {
    ObjectNode setup =
        MessageConnection.message("setup").put("role", "serve").put("bind", host(workers));
    setup.set("request", RecordJson.whole().write(own));
    var allowed = setup.putArray("allowed").add(host(workers));
    workers.forEach(each -> allowed.add(each.connection().other().getHostAddress()));
    return setup;
  }

  /** The address of this machine by which the workers have reached it. */
  private static String host(List<RemoteWorker> workers) {
    return workers.get(0).connection().own().getHostAddress();
  }

  private Optional<CheckResult> await(
      List<RemoteWorker> workers, BlockingQueue<JsonNode> queue, ObjectNode message)
      throws InterruptedException {
    long end = end();
    while (true) {
      JsonNode next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return Optional.of(timedOut());
      }
      switch (MessageConnection.type(next)) {
        case "ready" -> {
          message.put("host", host(workers));
          message.put("port", next.path("port").asInt()).put("seen", next.path("seen").asInt());
          workers.forEach(each -> each.trySend(message));
        }
        case "progress" -> {
          if (reported(next)) {
            return without("it has outgrown its size");
          }
        }
        case "result" -> {
          return read(next.path("result"));
        }
        case "failed", "ended", RemoteWorker.LOST -> {
          return without(next.path("reason").asText());
        }
        default -> {
          // What the checker itself prints.
        }
      }
    }
  }

  private long end() {
    Duration most = check.request().search().timeout().orElse(Duration.ofDays(365));
    return System.nanoTime() + most.toNanos();
  }

  private CheckResult timedOut() {
    SearchOptions search = check.request().search();
    return CheckResult.ended(Limit.TIMEOUT, Limit.TIMEOUT.message(search), check.module());
  }

  private boolean reported(JsonNode next) {
    long distinct = next.path("distinct").asLong();
    progress.update(distinct, next.path("generated").asLong(), next.path("queued").asLong());
    return progress.enough(distinct);
  }

  private Optional<CheckResult> read(JsonNode json) {
    CheckResult result = check.result(json);
    if (result.verdict() != Verdict.SUCCESS) {
      return without(result.message());
    }
    events.accept(
        String.format(
            Locale.ROOT,
            "%s was checked by all workers together, in %d threads",
            check.title(),
            result.search().workers()));
    return Optional.of(result);
  }

  private Optional<CheckResult> without(@Nullable String reason) {
    events.accept(
        String.format(
            Locale.ROOT,
            "%s is checked by one worker, and not by all together: %s",
            check.title(),
            check.text(String.valueOf(reason))));
    return Optional.empty();
  }
}
