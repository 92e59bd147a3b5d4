package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.trace.RejectedEntry;
import io.mooring.mbt.trace.TraceSource;
import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/**
 * The stream gives the verdicts that the validation of the file gives, session by session and word
 * by word, in whatever order lines come within the disorder, and whatever happens to its tasks.
 */
final class StreamProperties {
  private static final long DISORDER = 5_000;
  private static final int SESSIONS = 12;
  private static final int LENGTH = 14;
  private static final String ACCEPTED = "accepted";

  /** By session: its rejection, or that it is accepted. */
  static Map<String, String> expected(RandomFleet fleet) throws IOException {
    byte[] file = fleet.file().getBytes(StandardCharsets.UTF_8);
    ValidationReport report =
        RandomFleet.RULES
            .validator()
            .validateAll(
                List.of(new TraceSource("fleet", () -> new ByteArrayInputStream(file))),
                TraceValidator.Options.DEFAULT);
    // It may be that no session has a callback.
    assertThat(report.faults()).allMatch(each -> each.endsWith("nothing was judged"));
    Map<String, String> verdicts = new TreeMap<>();
    fleet.lines().forEach(each -> verdicts.put(each.session(), ACCEPTED));
    for (RejectedEntry each : report.rejections()) {
      verdicts.put(each.session(), each.message());
    }
    return verdicts;
  }

  static Map<String, String> words(List<Verdict> verdicts) {
    Map<String, String> words = new TreeMap<>();
    for (Verdict each : verdicts) {
      assertThat(each.decision()).isNotEqualTo(Decision.UNDECIDED);
      assertThat(each.rule().isEmpty()).isEqualTo(each.decision() == Decision.ACCEPTED);
      String before =
          words.put(
              each.session(), each.decision() == Decision.ACCEPTED ? ACCEPTED : each.message());
      assertThat(before).as("a second verdict of " + each.session()).isNull();
    }
    return words;
  }

  /** Within the disorder, with some lines twice; those of one session and time in their order. */
  private static List<Callback> delivered(List<Callback> lines, Duplicates how, Random random) {
    record Arrival(long time, int index, Callback callback) {}
    List<Arrival> arrivals = new ArrayList<>();
    Map<String, Long> latest = new TreeMap<>();
    for (Callback each : lines) {
      long time = each.time() + random.nextInt((int) DISORDER);
      if (how != Duplicates.SEQUENCE) {
        // Nothing else says which of two with the same time was first.
        String together = each.session() + " " + each.time();
        time = Math.max(time, latest.getOrDefault(together, 0L));
        latest.put(together, time);
      }
      arrivals.add(new Arrival(time, arrivals.size(), each));
      if (how != Duplicates.NONE && random.nextInt(10) == 0) {
        arrivals.add(new Arrival(time + random.nextInt(30_000), arrivals.size(), each));
      }
    }
    arrivals.sort(Comparator.comparingLong(Arrival::time).thenComparingInt(Arrival::index));
    return arrivals.stream().map(Arrival::callback).toList();
  }

  @Property(tries = 150)
  void theVerdictsAreThoseOfTheFile(@ForAll long seed, @ForAll Duplicates duplicates)
      throws Exception {
    Random random = new Random(seed);
    RandomFleet fleet = new RandomFleet(random, SESSIONS, LENGTH);
    List<Callback> lines = delivered(fleet.lines(), duplicates, random);
    FleetOptions options = FleetOptions.DEFAULT.duplicates(duplicates);

    try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, options)) {
      run(tasks, lines, random);

      assertThat(words(tasks.end())).isEqualTo(expected(fleet));
      assertThat(tasks.unjudged()).isEmpty();
      assertThat(tasks.kept()).isZero();
    }
  }

  /** Saves now and then, dies now and then, and goes on from the save with one task or two. */
  private static void run(SessionTasks tasks, List<Callback> lines, Random random)
      throws Exception {
    OperatorSubtaskState saved = tasks.save();
    int savedAt = 0;
    long savedWatermark = Long.MIN_VALUE;
    long savedNewest = 0;
    int deaths = 4;
    long newest = 0;
    for (int i = 0; i < lines.size(); i++) {
      tasks.send(lines.get(i));
      newest = Math.max(newest, lines.get(i).time());
      if (random.nextInt(6) == 0) {
        tasks.watermark(Math.max(tasks.watermark(), newest - DISORDER - 1));
      }
      if (random.nextInt(12) == 0) {
        saved = tasks.save();
        savedAt = i + 1;
        savedWatermark = tasks.watermark();
        savedNewest = newest;
      } else if (deaths > 0 && random.nextInt(20) == 0) {
        deaths--;
        tasks.restore(saved, 1 + random.nextInt(2), savedWatermark);
        saved = tasks.save();
        newest = savedNewest;
        i = savedAt - 1;
      }
    }
  }

  @Property(tries = 60)
  void sessionsThatAreSilentForLongAreJudgedBeforeTheEnd(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    RandomFleet fleet = new RandomFleet(random, SESSIONS, LENGTH);
    FleetOptions options = FleetOptions.DEFAULT.silence(Duration.ofMinutes(2));

    try (SessionTasks tasks = new SessionTasks(RandomFleet.RULES, options)) {
      run(tasks, fleet.lines(), random);
      long last = fleet.lines().get(fleet.lines().size() - 1).time();
      tasks.watermark(last + options.silence().toMillis());
      assertThat(tasks.kept()).isZero();
      Map<String, Decision> decisions = new TreeMap<>();
      tasks.end().forEach(each -> decisions.put(each.session(), each.decision()));

      Map<String, String> expected = expected(fleet);
      assertThat(decisions.keySet()).isEqualTo(expected.keySet());
      decisions.forEach(
          (session, decision) -> {
            // What had no outcome at the end of the file may be overdue by now.
            if (!ACCEPTED.equals(expected.get(session))) {
              assertThat(decision).as(session).isEqualTo(Decision.REJECTED);
            }
          });
    }
  }
}
