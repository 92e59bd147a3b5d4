package io.mooring.checker.tlc;

import static io.mooring.checker.TestedChecker.TLC;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.CheckResult.Verdict;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlcIsolationStress {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void checksOfDifferentSpecificationsAtOnceGiveTheirOwnAnswers() throws Exception {
    Path counter = Counter.module(folder);
    Path good = Counter.config(folder, "Good", "SPECIFICATION Spec", "INVARIANT Small");
    Path other =
        Files.writeString(
            folder.resolve("Other.tla"),
            """
            ---- MODULE Other ----
            VARIABLES last, x
            Init == last = "a" /\\ x = TRUE
            Next == x' = ~x /\\ last' = IF x THEN "b" ELSE "a"
            Always == x
            ====
            """);
    Path bad =
        Files.writeString(folder.resolve("Other.cfg"), "INIT Init\nNEXT Next\nINVARIANT Always\n");
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<CheckResult>> results = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        boolean first = i % 2 == 0;
        CheckRequest request = first ? CheckRequest.of(counter, good) : CheckRequest.of(other, bad);
        results.add(pool.submit(() -> TLC.check(request, CheckProgress.NONE)));
      }
      for (int i = 0; i < results.size(); i++) {
        CheckResult result = results.get(i).get();
        if (i % 2 == 0) {
          assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
          assertThat(result.distinctStates()).isEqualTo(7);
        } else {
          assertThat(result.property()).contains("Always");
          assertThat(result.trace().orElseThrow().steps()).hasSize(2);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aRunLeavesNoFolderAndNoLivingThreadBehind() throws Exception {
    Path module = Counter.module(folder);
    Path config = Counter.config(folder, "Live", "SPECIFICATION Spec", "PROPERTY Reaches");
    TLC.check(CheckRequest.of(module, config), CheckProgress.NONE);
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("mooring-tlc"))
                .filter(thread -> !thread.isDaemon()))
        .isEmpty();
    assertThat(folder)
        .isDirectoryNotContaining(path -> path.getFileName().toString().equals("states"));
  }

  @Test
  void aRunListensOnNoPortAndItsClassesGoWithIt() throws Exception {
    Path module = Counter.module(folder);
    Path config = Counter.config(folder, "Gone", "SPECIFICATION Spec", "PROPERTY Reaches");
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    for (int i = 0; i < 3; i++) {
      TLC.check(CheckRequest.of(module, config), CheckProgress.NONE);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread))
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("RMI"));
    assertThat(reachable(Tlc.class)).isNotEmpty();
    assertThat(reachable(TlcLoader.class)).isEmpty();
  }

  /** The JVM's count of a class's instances after a garbage collection. */
  private static List<String> reachable(Class<?> type) throws Exception {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    return histogram
        .toString()
        .lines()
        .filter(line -> List.of(line.strip().split(" +")).contains(type.getName()))
        .toList();
  }

  @Test
  void theGraphHasTheActionsThatPeopleKnow() throws Exception {
    StateGraph graph =
        TLC.explore(Counter.module(folder), Counter.config(folder, "G", "SPECIFICATION Spec"));
    assertThat(graph.states()).hasSize(7);
    assertThat(graph.transitions()).hasSize(11);
    assertThat(graph.transitions().stream().map(Transition::action).distinct())
        .containsExactlyInAnyOrder("Up", "Wrap", "Jump");
    assertThat(graph.transitions())
        .filteredOn(transition -> transition.action().equals("Jump") && transition.from() == 0)
        .extracting(transition -> transition.parameters().get("k"))
        .containsExactly(new TlaValue.Int(2), new TlaValue.Int(3));
  }
}
