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
 * @param parcel the check with its files
 * @param progress receives how far it has come
 * @param events receives a line on why there is no result
 */
record SharedSearch(
    Tlc tlc, long id, Parcel parcel, CheckProgress progress, Consumer<String> events) {

  /** The family of checkers whose distributed mode this is for. */
  private static final String FAMILY = "1.7";

  Optional<CheckResult> result(List<Member> members) throws TlcException {
    if (members.size() < 2 || !isForSeveral() || !tlc.about().family().equals(FAMILY)) {
      return Optional.empty();
    }
    BlockingQueue<JsonNode> queue = new LinkedBlockingQueue<>();
    members.forEach(each -> each.open(id, "a part of " + parcel.title(), queue));
    boolean answered = false;
    try (PrivateFolder folder = PrivateFolder.create()) {
      ObjectNode message = parcel.message("join", id);
      CheckRequest own = Parcel.unpack(message, folder.path()).request();
      ChildProcess child =
          ChildProcess.start(tlc, folder.path(), setup(own, members), host(members), queue::add);
      try {
        Optional<CheckResult> result = await(members, queue, message);
        answered = result.isPresent();
        return result;
      } finally {
        child.close();
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new TlcException("The check was interrupted", interrupt);
    } finally {
      for (Member each : members) {
        each.trySend(Link.message("stop").put("id", id));
        each.close(id, answered);
      }
    }
  }

  private boolean isForSeveral() {
    SearchOptions search = parcel.request().search();
    return parcel.isForSeveral()
        && !parcel.request().watching().searches()
        && parcel.request().watching().observed().isEmpty()
        && search.simulation().isEmpty()
        && search.depth().isEmpty()
        && search.memory().isEmpty()
        && !search.coverage();
  }

  private ObjectNode setup(CheckRequest own, List<Member> members) {
    ObjectNode setup = Link.message("setup").put("role", "serve").put("bind", host(members));
    setup.set("request", RecordJson.whole().write(own));
    var allowed = setup.putArray("allowed").add(host(members));
    members.forEach(each -> allowed.add(each.link().other().getHostAddress()));
    return setup;
  }

  /** The address of this machine by which the workers have reached it. */
  private static String host(List<Member> members) {
    return members.get(0).link().own().getHostAddress();
  }

  private Optional<CheckResult> await(
      List<Member> members, BlockingQueue<JsonNode> queue, ObjectNode message)
      throws InterruptedException {
    long end = end();
    while (true) {
      JsonNode next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return Optional.of(timedOut());
      }
      switch (Link.type(next)) {
        case "ready" -> {
          message.put("host", host(members));
          message.put("port", next.path("port").asInt()).put("seen", next.path("seen").asInt());
          members.forEach(each -> each.trySend(message));
        }
        case "progress" -> {
          if (reported(next)) {
            return without("it has outgrown its size");
          }
        }
        case "result" -> {
          return read(next.path("result"));
        }
        case "failed", "ended", Member.LOST -> {
          return without(next.path("reason").asText());
        }
        default -> {
          // What the checker itself prints.
        }
      }
    }
  }

  private long end() {
    Duration most = parcel.request().search().timeout().orElse(Duration.ofDays(365));
    return System.nanoTime() + most.toNanos();
  }

  private CheckResult timedOut() {
    SearchOptions search = parcel.request().search();
    return CheckResult.ended(Limit.TIMEOUT, Limit.TIMEOUT.message(search), parcel.module());
  }

  private boolean reported(JsonNode next) {
    long distinct = next.path("distinct").asLong();
    progress.update(distinct, next.path("generated").asLong(), next.path("queued").asLong());
    return progress.enough(distinct);
  }

  private Optional<CheckResult> read(JsonNode json) {
    CheckResult result = parcel.result(json);
    if (result.verdict() != Verdict.SUCCESS) {
      return without(result.message());
    }
    events.accept(
        String.format(
            Locale.ROOT,
            "%s was checked by all workers together, in %d threads",
            parcel.title(),
            result.search().workers()));
    return Optional.of(result);
  }

  private Optional<CheckResult> without(@Nullable String reason) {
    events.accept(
        String.format(
            Locale.ROOT,
            "%s is checked by one worker, and not by all together: %s",
            parcel.title(),
            parcel.text(String.valueOf(reason))));
    return Optional.empty();
  }
}
