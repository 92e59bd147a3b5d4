package io.mooring.checker.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.Checking;
import io.mooring.checker.tlc.RefusedException;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server and its workers, in one process on loopback. */
final class WorkerPoolTest {

  private static final Tlc TLC = Tlc.bundled();
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Path folder;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<AutoCloseable> open = new ArrayList<>();

  WorkerPoolTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
  }

  private WorkerPool workerPool(String secret, Duration patience) throws TlcException {
    return workerPool(InetAddress.getLoopbackAddress(), secret, patience);
  }

  private WorkerPool workerPool(InetAddress host, String secret, Duration patience)
      throws TlcException {
    InetSocketAddress any = new InetSocketAddress(host, 0);
    WorkerPool workerPool =
        WorkerPool.open(TLC, new WorkerPoolOptions(any, secret, patience, 1, 2), events::add);
    open.add(0, workerPool);
    return workerPool;
  }

  private Worker worker(
      WorkerPool workerPool, Checking checking, Identity identity, String secret) {
    Worker worker =
        new Worker(
            TLC,
            checking,
            identity,
            new WorkerOptions(workerPool.address(), secret, 2, 2),
            line -> {});
    open.add(worker);
    return worker;
  }

  private Future<Worker.End> joined(WorkerPool workerPool, Checking checking) throws Exception {
    Worker worker = worker(workerPool, checking, Identity.of(TLC), "");
    Future<Worker.End> run = threads.submit(worker::run);
    await("joined");
    return run;
  }

  private void await(String part) throws InterruptedException {
    String event = "";
    while (!event.contains(part)) {
      event = events.poll(2, TimeUnit.MINUTES);
      assertThat(event).as("an event with: " + part).isNotNull();
    }
  }

  private CheckRequest grid(String... lines) throws IOException {
    return Grid.request(folder, 6, lines);
  }

  /** A result without what is measured by a clock. */
  private static JsonNode timeless(CheckResult result) {
    JsonNode json = RecordJson.keeping(result.module()).write(result);
    ((ObjectNode) json).remove("time");
    return json;
  }

  private void isAsHere(Checking there, CheckRequest request) throws TlcException {
    CheckResult here = TLC.check(request, CheckProgress.NONE);
    CheckResult result = there.check(request, CheckProgress.NONE);
    assertThat(timeless(result)).isEqualTo(timeless(here));
    assertThat(result.module().files()).isEqualTo(here.module().files());
  }

  @Test
  void everyKindOfResultIsTheOneOfThisProcess() throws Exception {
    WorkerPool workerPool = workerPool("", LONG);
    Future<Worker.End> run = joined(workerPool, TLC);
    Checking asked = workerPool.asking("Grid");

    isAsHere(asked, grid("SPECIFICATION Spec", "INVARIANT InGrid", "PROPERTY Grows"));
    isAsHere(asked, grid("SPECIFICATION Spec", "INVARIANT InGrid Low"));
    isAsHere(asked, grid("SPECIFICATION Spec", "PROPERTY NeverBack"));
    isAsHere(asked, grid("SPECIFICATION Fair", "PROPERTY Returns Stays"));
    isAsHere(asked, grid("SPECIFICATION Spec", "INVARIANT Wrong"));
    isAsHere(asked, grid("SPECIFICATION Spec").witnessing(List.of("Corner", "Over")));
    isAsHere(asked, grid("SPECIFICATION Spec").seeking("Corner"));
    isAsHere(asked, grid("SPECIFICATION Spec").counting(List.of("Corner", "Over")));

    workerPool.close();
    assertThat(run.get(2, TimeUnit.MINUTES)).isEqualTo(Worker.End.DONE);
    assertThat(workerPool.summary()).isEqualTo("worker 1 (127.0.0.1) answered 8");
  }

  @Test
  void aRefusalNamesTheFileOfTheServer() throws Exception {
    WorkerPool workerPool = workerPool("", LONG);
    Future<Worker.End> run = joined(workerPool, TLC);
    CheckRequest wrong = grid("SPECIFICATION Spec", "INVARIANT Missing");
    String here = messageOf(TLC, wrong);

    assertThat(here).contains(wrong.config().toString());
    assertThat(messageOf(workerPool.asking("Grid"), wrong)).isEqualTo(here);
    assertThat(run.isDone()).isFalse();
  }

  private static String messageOf(Checking checking, CheckRequest request) {
    try {
      return checking.check(request, CheckProgress.NONE).message();
    } catch (TlcException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void aJavaClassBesideTheSpecificationIsNotSent() throws Exception {
    CheckRequest request = grid("SPECIFICATION Spec");
    Files.write(folder.resolve("Grid.class"), new byte[] {1});

    WorkerPool workerPool = workerPool("", LONG);
    Future<Worker.End> run = joined(workerPool, TLC);
    assertThatThrownBy(() -> workerPool.asking("Grid").check(request, CheckProgress.NONE))
        .hasMessageContaining("Grid.class")
        .hasMessageContaining("--library");
    assertThat(run.isDone()).isFalse();
  }

  /** Never answers; ends when it is stopped. */
  private static Checking hanging(CountDownLatch begun) {
    return (request, progress) -> {
      begun.countDown();
      while (!progress.enough(0)) {
        LockSupport.parkNanos(1_000_000);
      }
      throw new TlcException("stopped");
    };
  }

  @Test
  void aWorkerThatIsLostIsReplaced() throws Exception {
    WorkerPool workerPool = workerPool("", LONG);
    CountDownLatch begun = new CountDownLatch(1);
    Future<Worker.End> first = joined(workerPool, hanging(begun));
    CheckRequest request = grid("SPECIFICATION Spec", "INVARIANT InGrid");
    Future<CheckResult> result =
        threads.submit(() -> workerPool.asking("Grid").check(request, CheckProgress.NONE));
    begun.await();

    ((Worker) open.get(open.size() - 1)).close();
    await("worker 1 (127.0.0.1) was lost while it checked Grid, which is asked again");
    assertThat(first.get(2, TimeUnit.MINUTES)).isEqualTo(Worker.End.CLOSED);
    assertThat(result.isDone()).isFalse();
    Future<Worker.End> second = joined(workerPool, TLC);

    assertThat(result.get(2, TimeUnit.MINUTES).distinctStates()).isEqualTo(49);
    assertThat(second.isDone()).isFalse();
  }

  @Test
  void withTheThirdWorkerThatIsLostACheckIsGivenUp() throws Exception {
    WorkerPool workerPool = workerPool("", LONG);
    CheckRequest request = grid("SPECIFICATION Spec", "INVARIANT InGrid");
    Future<CheckResult> result =
        threads.submit(() -> workerPool.asking("Grid").check(request, CheckProgress.NONE));
    for (int i = 0; i < 3; i++) {
      CountDownLatch begun = new CountDownLatch(1);
      Future<Worker.End> run = joined(workerPool, hanging(begun));
      begun.await();
      ((Worker) open.get(open.size() - 1)).close();
      assertThat(run.get(2, TimeUnit.MINUTES)).isEqualTo(Worker.End.CLOSED);
    }
    assertThatThrownBy(() -> result.get(2, TimeUnit.MINUTES))
        .cause()
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("3 workers were lost while they checked it")
        .hasMessageContaining("no verdict");
  }

  @Test
  void aRunWithoutWorkersEnds() throws Exception {
    CheckRequest request = grid("SPECIFICATION Spec", "INVARIANT InGrid");
    WorkerPool workerPool = workerPool("", Duration.ofNanos(1));
    assertThatThrownBy(() -> workerPool.asking("Grid").check(request, CheckProgress.NONE))
        .isInstanceOf(NoWorkersException.class)
        .hasMessageContaining("no worker joined");
  }

  @Test
  void aRunWaitsForTheWorkersThatItExpects() throws Exception {
    WorkerPool workerPool = workerPool("", Duration.ofMillis(1));
    assertThatThrownBy(workerPool::awaitExpected)
        .isInstanceOf(NoWorkersException.class)
        .hasMessageContaining("0 of the 2 workers that are expected joined");
    Future<Worker.End> first = joined(workerPool, TLC);
    assertThatThrownBy(workerPool::awaitExpected)
        .isInstanceOf(NoWorkersException.class)
        .hasMessageContaining("1 of the 2 workers");
    isAsHere(workerPool.askingTogether("Grid"), grid("SPECIFICATION Spec", "INVARIANT InGrid"));
    await("Grid is checked by one worker, and not by all together: there is no second worker");

    Future<Worker.End> second = joined(workerPool, TLC);
    workerPool.awaitExpected();

    assertThat(List.of(first, second)).noneMatch(Future::isDone);
  }

  private void isRefused(WorkerPool workerPool, Identity identity, String secret, String... words) {
    assertThatThrownBy(() -> worker(workerPool, TLC, identity, secret).run())
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void aWorkerOfAnotherVersionIsRefused() throws Exception {
    WorkerPool workerPool = workerPool("", LONG);
    Identity own = Identity.of(TLC);

    isRefused(
        workerPool,
        new Identity("0.0.7", own.build(), own.checker(), own.jar(), own.java(), own.libraries()),
        "",
        "Mooring 0.0.7",
        "install the same version");
    isRefused(
        workerPool,
        new Identity(own.mooring(), "b", own.checker(), own.jar(), own.java(), own.libraries()),
        "",
        "the build b");
    isRefused(
        workerPool,
        new Identity(own.mooring(), own.build(), "TLC 9", "j", own.java(), own.libraries()),
        "",
        "TLC 9",
        "--tla2tools");
    isRefused(
        workerPool,
        new Identity(own.mooring(), own.build(), own.checker(), own.jar(), 8, own.libraries()),
        "",
        "Java 8",
        "JDK");
    isRefused(
        workerPool,
        new Identity(own.mooring(), own.build(), own.checker(), own.jar(), own.java(), "l"),
        "",
        "--library");
    await("was refused");
    assertThat(workerPool.overview()).isEqualTo("no worker yet");
  }

  @Test
  void aWorkerWithoutTheSecretIsRefused() throws Exception {
    Identity own = Identity.of(TLC);
    isRefused(
        workerPool("open sesame", LONG), own, "", "not the server's secret", "MOORING_SECRET");
    isRefused(workerPool("", LONG), own, "mine", "a secret and the server none");
    WorkerPool workerPool = workerPool("same", LONG);
    Future<Worker.End> run = threads.submit(worker(workerPool, TLC, own, "same")::run);
    await("joined");
    assertThat(run.isDone()).isFalse();
  }

  @Test
  void whatManyProcessesSearchTogetherHasTheFiguresOfOne() throws Exception {
    WorkerPool workerPool = workerPool("", LONG);
    List<Future<Worker.End>> runs = List.of(joined(workerPool, TLC), joined(workerPool, TLC));
    CheckRequest request =
        grid("SPECIFICATION Spec", "INVARIANT InGrid Diagonal Gone", "PROPERTY Grows")
            .witnessing(List.of("Corner", "Over"));
    CheckResult here = TLC.check(request, CheckProgress.NONE);

    CheckResult result = workerPool.askingTogether("Grid").check(request, CheckProgress.NONE);

    await("Grid was checked by all workers together");
    assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
    assertThat(result.distinctStates()).isEqualTo(49);
    assertThat(result.edges()).isEqualTo(here.edges());
    assertThat(result.exercised()).isEqualTo(here.exercised());
    assertThat(result.exercised().unseen()).containsExactly("Over");
    assertThat(result.vacuities()).hasSize(2);
    assertThat(result.message()).isEqualTo(here.message());
    assertThat(result.warnings()).isEqualTo(here.warnings());
    assertThat(result.properties()).isEqualTo(here.properties());
    assertThat(runs).noneMatch(Future::isDone);
  }

  @Test
  void overTheOtherProtocolEachCheckIsThatOfOneWorker() throws Exception {
    WorkerPool workerPool = workerPool(InetAddress.getAllByName("::1")[0], "", LONG);
    assertThat(Addresses.text(workerPool.address())).startsWith("[0:0:0:0:0:0:0:1]:");
    List<Future<Worker.End>> runs = List.of(joined(workerPool, TLC), joined(workerPool, TLC));

    CheckRequest request = grid("SPECIFICATION Spec", "INVARIANT InGrid");
    isAsHere(workerPool.askingTogether("Grid"), request);

    await("Grid is checked by one worker, and not by all together: that needs addresses of IPv4");
    assertThat(runs).noneMatch(Future::isDone);
  }

  @Test
  void whatOneProcessDecidesIsNotBegunTogether() throws Exception {
    WorkerPool workerPool = workerPool("", LONG);
    List<Future<Worker.End>> runs = List.of(joined(workerPool, TLC), joined(workerPool, TLC));

    for (String property : List.of("Returns", "Leads", "Refines")) {
      isAsHere(
          workerPool.askingTogether("Grid"), grid("SPECIFICATION Fair", "PROPERTY " + property));
    }
    assertThat(events).as("nothing was begun").noneMatch(each -> each.contains("together"));
    assertThat(runs).noneMatch(Future::isDone);
  }

  /** The step back leads to a state that is long known, where the checker's own mode is silent. */
  @Test
  void anActionPropertyIsJudgedOnStepsToKnownStates() throws Exception {
    WorkerPool workerPool = workerPool("", LONG);
    List<Future<Worker.End>> runs = List.of(joined(workerPool, TLC), joined(workerPool, TLC));

    isAsHere(workerPool.askingTogether("Grid"), grid("SPECIFICATION Spec", "PROPERTY NeverBack"));

    await("Grid is checked by one worker, and not by all together");
    assertThat(runs).noneMatch(Future::isDone);
  }

  @Test
  void aWorkerThatIsLostWhileAllSearchTogetherCostsNoVerdict() throws Exception {
    WorkerPool workerPool = workerPool("", LONG);
    Future<Worker.End> stays = joined(workerPool, TLC);
    AtomicReference<Worker> self = new AtomicReference<>();
    Worker leaves =
        new Worker(
            TLC,
            TLC,
            Identity.of(TLC),
            new WorkerOptions(workerPool.address(), "", 2, 2),
            line -> {
              if (line.startsWith("checks a part of Grid")) {
                self.get().close();
              }
            });
    self.set(leaves);
    Future<Worker.End> left = threads.submit(leaves::run);
    await("joined");

    isAsHere(
        workerPool.askingTogether("Grid"),
        grid("SPECIFICATION Spec", "INVARIANT InGrid", "PROPERTY Grows"));

    await("not by all together: worker 2 (127.0.0.1) was lost");
    assertThat(left.get(2, TimeUnit.MINUTES)).isEqualTo(Worker.End.CLOSED);
    assertThat(stays.isDone()).isFalse();
  }
}
