package io.mooring.room.harness.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.InputText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs of long runs and the arbitraries of the properties are of the same distribution. */
class StimulusInputsTest {
  private static final Duration UNIT = Duration.ofSeconds(1);
  private static final int LISTS = 4_000;
  private static final int MAX_LENGTH = 60;

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of("one life", Stimuli.upTo(MAX_LENGTH), StimulusInputs.oneLife()),
        Arguments.of("lives", Stimuli.livesUpTo(MAX_LENGTH), StimulusInputs.lives()),
        Arguments.of("timed", Stimuli.timed(MAX_LENGTH, UNIT), StimulusInputs.timedOneLife(UNIT)),
        Arguments.of(
            "timed lives", Stimuli.timedLives(MAX_LENGTH, UNIT), StimulusInputs.timedLives(UNIT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void kindsLengthsAndTimesAreAsFrequentAsInTheProperties(
      String name, Arbitrary<List<Stimulus>> arbitrary, StimulusInputs inputs) {
    List<List<Stimulus>> ours = ours(inputs, MAX_LENGTH);
    List<List<Stimulus>> theirs = theirs(arbitrary);

    requireSame("lengths", each(ours, List::size), each(theirs, List::size));
    requireSame("kinds", kinds(ours), kinds(theirs));
    requireSame("times", times(ours), times(theirs));
    requireSame(
        "lists with a death",
        each(ours, StimulusLists::haveDeath),
        each(theirs, StimulusLists::haveDeath));
  }

  @Test
  void anotherDistributionIsSeen() {
    List<List<Stimulus>> lives = theirs(Stimuli.livesUpTo(MAX_LENGTH));

    assertThat(excess(kinds(ours(StimulusInputs.oneLife(), MAX_LENGTH)), kinds(lives)))
        .isPositive();
    assertThat(excess(kinds(ours(StimulusInputs.timedLives(UNIT), MAX_LENGTH)), kinds(lives)))
        .isPositive();
    assertThat(
            excess(
                each(ours(StimulusInputs.lives(), MAX_LENGTH - 20), List::size),
                each(lives, List::size)))
        .isPositive();
  }

  @Test
  void oneInputIsOfTheKindsOfTheLists() {
    SplittableRandom random = new SplittableRandom(5);
    List<List<Stimulus>> one = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      one.add(List.of(StimulusInputs.lives().any().next(random)));
    }

    assertThat(kinds(one).keySet()).contains("die away N", "sleep N", "stale 3 Joined");
    assertThat(kinds(one).keySet().stream().filter(kind -> kind.contains("block"))).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    StimulusInputs inputs = StimulusInputs.timedLives(UNIT);
    for (List<Stimulus> list : ours(inputs, 30).subList(0, 200)) {
      assertThat(InputText.parse("list", InputText.write(list, inputs), inputs)).isEqualTo(list);
    }
  }

  private static List<List<Stimulus>> ours(StimulusInputs inputs, int maxLength) {
    SplittableRandom random = new SplittableRandom(11);
    return Stream.generate(() -> inputs.lists(maxLength).next(random)).limit(LISTS).toList();
  }

  private static List<List<Stimulus>> theirs(Arbitrary<List<Stimulus>> arbitrary) {
    List<List<Stimulus>> lists = new ArrayList<>();
    Runnable work =
        () -> {
          RandomGenerator<List<Stimulus>> generator = arbitrary.generator(1000);
          Random random = new Random(12);
          for (int i = 0; i < LISTS; i++) {
            lists.add(generator.next(random).value());
          }
        };
    if (JqwikSession.isActive()) {
      work.run();
    } else {
      JqwikSession.run(work::run);
    }
    return lists;
  }

  private static Map<String, Integer> each(
      List<List<Stimulus>> lists, Function<List<Stimulus>, Object> of) {
    Map<String, Integer> counts = new TreeMap<>();
    lists.forEach(list -> counts.merge(of.apply(list).toString(), 1, Integer::sum));
    return counts;
  }

  /** Lines without their times. */
  private static Map<String, Integer> kinds(List<List<Stimulus>> lists) {
    return lines(lists, line -> line.replaceAll("\\d+m?s", "N").replaceAll("in \\d+", "later"));
  }

  /** Times without the rest: every second of a minute, and longer ones by the minute. */
  private static Map<String, Integer> times(List<List<Stimulus>> lists) {
    return lines(
        lists,
        line -> {
          String seconds = line.replaceAll(".* (\\d+)s.*", "$1");
          String moments = line.replaceAll(".*die in (\\d+) .*", "$1");
          boolean timed = seconds.matches("\\d+");
          return (line.contains("die in") ? "moments " + moments + " " : "")
              + (timed ? bucket(line, Integer.parseInt(seconds)) : "none");
        });
  }

  private static String bucket(String line, int seconds) {
    return line.replaceAll(" .*", "") + (seconds < 60 ? seconds / 3 : 100 + seconds / 60);
  }

  private static Map<String, Integer> lines(
      List<List<Stimulus>> lists, Function<String, String> of) {
    Map<String, Integer> counts = new TreeMap<>();
    lists.forEach(
        list -> list.forEach(each -> counts.merge(of.apply(each.text()), 1, Integer::sum)));
    return counts;
  }

  private static void requireSame(
      String what, Map<String, Integer> ours, Map<String, Integer> theirs) {
    assertThat(excess(ours, theirs)).as(what + "\n" + ours + "\n" + theirs).isNegative();
  }

  /**
   * By how much chi-square of two samples is more than it may be by chance: its mean and four
   * standard deviations. What is rare counts together.
   */
  private static double excess(Map<String, Integer> ours, Map<String, Integer> theirs) {
    double all = sum(ours);
    double others = sum(theirs);
    double ratio = Math.sqrt(others / all);
    double chiSquare = 0;
    int kinds = 0;
    int rareOurs = 0;
    int rareTheirs = 0;
    Map<String, Integer> keys = new TreeMap<>(ours);
    keys.putAll(theirs);
    for (String key : keys.keySet()) {
      int one = ours.getOrDefault(key, 0);
      int other = theirs.getOrDefault(key, 0);
      if (one + other < 20) {
        rareOurs += one;
        rareTheirs += other;
      } else {
        kinds++;
        chiSquare += part(one, other, ratio);
      }
    }
    if (rareOurs + rareTheirs > 0) {
      kinds++;
      chiSquare += part(rareOurs, rareTheirs, ratio);
    }
    int freedom = Math.max(1, kinds - 1);
    return chiSquare - freedom - 4 * Math.sqrt(2.0 * freedom);
  }

  private static double part(int one, int other, double ratio) {
    double difference = one * ratio - other / ratio;
    return difference * difference / (one + other);
  }

  private static double sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
