package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pace of the attempts: what is ready-made, what is refused, and what it cannot change. */
final class ReconnectPolicyTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final String PAUSES =
      " it lasts at least 1 s and at most 10 s"
          + " (Timing.BACK_OFF_AT_LEAST, Timing.BACK_OFF_AT_MOST).";

  private static List<Duration> seconds(long... each) {
    return LongStream.of(each).mapToObj(Duration::ofSeconds).toList();
  }

  private static List<Duration> limits(ReconnectPolicy policy, int attempts) {
    return IntStream.rangeClosed(1, attempts).mapToObj(policy::timeLimit).toList();
  }

  private static List<Duration> pauses(ReconnectPolicy policy, int attempts, double random) {
    return IntStream.rangeClosed(1, attempts)
        .mapToObj(attempt -> policy.backOff(attempt, random))
        .toList();
  }

  /** A policy that says the same of every attempt. */
  private record Constant(Duration timeLimit, Duration pause) implements ReconnectPolicy {
    @Override
    public Duration timeLimit(int attempt) {
      return timeLimit;
    }

    @Override
    public Duration backOff(int failed, double random) {
      return pause;
    }

    @Override
    public String toString() {
      return "Constant";
    }
  }

  @Test
  void inARoundEachServerHasTheSameTime() {
    assertThat(limits(ReconnectPolicy.rounds(1), 4)).isEqualTo(seconds(2, 4, 6, 2));
    assertThat(limits(ReconnectPolicy.rounds(2), 8)).isEqualTo(seconds(2, 2, 4, 4, 6, 6, 2, 2));
    assertThat(pauses(ReconnectPolicy.rounds(2), 8, 0.5)).containsOnly(Timing.BACK_OFF_AT_LEAST);
    assertThatThrownBy(() -> ReconnectPolicy.rounds(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Rounds need at least 1 server, not 0.");
  }

  @Test
  void exponentialPausesGrowToTheLongestAndAreProlongedAtRandom() {
    ReconnectPolicy policy = ReconnectPolicy.exponential(SECOND, 2, Duration.ofSeconds(5), 0.5);

    assertThat(pauses(policy, 5, 0)).isEqualTo(seconds(1, 2, 4, 5, 5));
    assertThat(policy.backOff(2, 0.5)).isEqualTo(Duration.ofMillis(2_500));
    assertThat(policy.backOff(1_000_000, 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(limits(policy, 3)).containsOnly(Timing.ATTEMPT_AT_MOST);
  }

  @Test
  void aBackOffThatContradictsItselfIsRefused() {
    Duration five = Duration.ofSeconds(5);
    assertRefused(
        () -> ReconnectPolicy.exponential(Duration.ofMillis(999), 2, five, 0),
        "the first pause is 0.999 s, but it lasts at least 1 s (Timing.BACK_OFF_AT_LEAST).");
    assertRefused(
        () -> ReconnectPolicy.exponential(five, 2, SECOND, 0),
        "the longest pause, 1 s, is shorter than the first, 5 s.");
    assertRefused(
        () -> ReconnectPolicy.exponential(five, 2, Duration.ofDays(200_000_000), 0),
        "the longest pause is 17280000000000 s and its random part up to 0.0 of that, but together"
            + " they last at most 10 s (Timing.BACK_OFF_AT_MOST).");
    assertRefused(
        () -> ReconnectPolicy.exponential(five, 2, five.plusNanos(1), 1),
        "the longest pause is 5.000000001 s and its random part up to 1.0 of that, but together"
            + " they last at most 10 s (Timing.BACK_OFF_AT_MOST).");
    assertRefused(
        () -> ReconnectPolicy.exponential(SECOND, 0.9, five, 0),
        "the factor is 0.9, not 1 or more.");
    assertRefused(
        () -> ReconnectPolicy.exponential(SECOND, Double.NaN, five, 0),
        "the factor is NaN, not 1 or more.");
    assertRefused(
        () -> ReconnectPolicy.exponential(SECOND, 2, five, 1.5),
        "the jitter is 1.5, not from 0 to 1.");
  }

  private static void assertRefused(Runnable making, String why) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Such a back-off is not possible: " + why);
  }

  @Test
  void aPolicyThatBreaksABoundOfTheSpecificationIsRefused() {
    Duration limit = Timing.ATTEMPT_AT_MOST;
    Duration pause = Timing.BACK_OFF_AT_LEAST;
    assertBroken(
        new Constant(limit.plusMillis(1), pause),
        "attempt 1 may take 10.001 s, but an attempt takes more than 0 s and at most 10 s"
            + " (Timing.ATTEMPT_AT_MOST).");
    assertBroken(
        new Constant(Duration.ZERO, pause),
        "attempt 1 may take 0 s, but an attempt takes more than 0 s and at most 10 s"
            + " (Timing.ATTEMPT_AT_MOST).");
    assertBroken(
        new Constant(limit, pause.minusNanos(1)),
        "the pause after attempt 1 is 0.999999999 s, but" + PAUSES);
    assertBroken(
        new Constant(limit, Timing.BACK_OFF_AT_MOST.plusNanos(1)),
        "the pause after attempt 1 is 10.000000001 s, but" + PAUSES);
    accept(new Constant(limit, Timing.BACK_OFF_AT_MOST));
    accept(new Constant(Duration.ofNanos(1), pause));
    accept(ReconnectPolicy.rounds(50));
    assertBroken(
        new Faulty((attempt, random) -> attempt == 2 ? nothing() : SECOND),
        "the pause after attempt 2 is null, but" + PAUSES);
    accept(ReconnectPolicy.exponential(SECOND, 1, SECOND, 1));
    accept(ReconnectPolicy.exponential(SECOND, 2, Timing.BACK_OFF_AT_MOST, 0));
  }

  /** The policy is called for every possible attempt, with both ends of the random range. */
  @Test
  void aPolicyIsCalledForEveryPossibleAttempt() {
    int last = (int) Timing.WINDOW_AT_MOST.dividedBy(Timing.BACK_OFF_AT_LEAST);
    assertBroken(
        new Faulty((attempt, random) -> attempt < last ? SECOND : Duration.ZERO),
        "the pause after attempt 40 is 0 s, but" + PAUSES);
    accept(new Faulty((attempt, random) -> attempt <= last ? SECOND : Duration.ZERO));
    Duration two = Duration.ofSeconds(2);
    assertBroken(
        new Faulty((attempt, random) -> attempt == last ? nothing() : random == 0 ? two : SECOND),
        "the pause after attempt 40 is null, but" + PAUSES);
    assertBroken(
        new Faulty((attempt, random) -> attempt == last ? nothing() : random == 0 ? SECOND : two),
        "the pause after attempt 40 is null, but" + PAUSES);
    assertBroken(
        new Faulty((attempt, random) -> random > 0.999 ? Duration.ZERO : SECOND),
        "the pause after attempt 1 is 0 s, but" + PAUSES);
    assertBroken(
        new Faulty((attempt, random) -> random == 0 ? Duration.ofSeconds(-1) : SECOND),
        "the pause after attempt 1 is -1 s, but" + PAUSES);
  }

  @SuppressWarnings("NullAway") // as somebody's policy may do all the same
  private static Duration nothing() {
    return null;
  }

  private static void accept(ReconnectPolicy policy) {
    assertThat(new Rig(options -> options.reconnectPolicy(policy)).failures).isEmpty();
  }

  private static void assertBroken(ReconnectPolicy policy, String why) {
    assertThatThrownBy(() -> new Rig(options -> options.reconnectPolicy(policy)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The reconnect policy " + policy + " is not possible: " + why);
  }

  /** The pauses of a {@link Faulty} policy. */
  private interface Pauses {
    Duration after(int attempt, double random);
  }

  /** A policy with pauses of its own. */
  private record Faulty(Pauses pauses) implements ReconnectPolicy {
    @Override
    public Duration timeLimit(int attempt) {
      return SECOND;
    }

    @Override
    public Duration backOff(int failed, double random) {
      return pauses.after(failed, random);
    }

    @Override
    public String toString() {
      return "Faulty";
    }
  }

  @Test
  void aPolicyThatBreaksABoundLaterIsReportedAndTheBoundTakesItsPlace() {
    boolean[] broken = new boolean[1];
    ReconnectPolicy policy =
        new ReconnectPolicy() {
          @Override
          public Duration timeLimit(int attempt) {
            return broken[0] ? Duration.ofSeconds(11) : SECOND;
          }

          @Override
          public Duration backOff(int failed, double random) {
            if (broken[0] && failed == 2) {
              throw new IllegalArgumentException("boom");
            }
            return broken[0] ? Duration.ZERO : SECOND;
          }

          @Override
          public String toString() {
            return "Turncoat";
          }
        };
    Rig rig = Rig.in(CONNECTED, options -> options.reconnectPolicy(policy));
    broken[0] = true;
    rig.facts().mediaLost();

    rig.scheduler.run(Duration.ofSeconds(22));

    assertThat(rig.begun).isEqualTo(seconds(0, 11, 22));
    assertThat(rig.failures)
        .extracting(CallFailure::callee, CallFailure::call, each -> each.cause().getMessage())
        .startsWith(
            tuple(
                Callee.POLICY,
                "timeLimit",
                "Turncoat: attempt 1 may take 11 s, but an attempt takes more than 0 s and at most"
                    + " 10 s (Timing.ATTEMPT_AT_MOST)."),
            tuple(
                Callee.POLICY,
                "backOff",
                "Turncoat: the pause after attempt 1 is 0 s, but" + PAUSES))
        .contains(tuple(Callee.POLICY, "backOff", "boom"));
    rig.scheduler.run(Duration.ofSeconds(13));
    assertThat(rig.state()).isEqualTo(FAILED);
  }

  @Test
  void aSourceOfRandomNumbersThatThrowsIsReported() {
    Rig rig =
        Rig.in(
            RECONNECTING,
            options ->
                options.random(
                    () -> {
                      throw new IllegalStateException("no luck");
                    }));
    rig.attempt().failed();
    rig.scheduler.run(Timing.BACK_OFF_AT_LEAST);

    assertThat(rig.begun).hasSize(2);
    assertThat(rig.failures)
        .extracting(CallFailure::callee, CallFailure::call)
        .containsExactly(tuple(Callee.POLICY, "backOff"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, 1, Double.NaN})
  void aRandomNumberOutOfItsRangeIsReportedAndThePauseIsTheShortest(double number) {
    Rig rig = Rig.in(RECONNECTING, options -> options.random(() -> number));
    rig.attempt().failed();
    rig.scheduler.run(Timing.BACK_OFF_AT_LEAST);

    assertThat(rig.begun).hasSize(2);
    assertThat(rig.failures)
        .extracting(failure -> failure.cause().getMessage())
        .containsExactly(
            "The source of random numbers returned " + number + ", but 0 <= number < 1.");
  }

  @Test
  void aSeedGivesTheSamePausesInEveryRun() {
    assertThat(begun(5)).isEqualTo(begun(5)).isNotEqualTo(begun(6)).hasSizeGreaterThan(5);
  }

  private static List<Duration> begun(long seed) {
    ReconnectPolicy policy = ReconnectPolicy.exponential(SECOND, 1.5, Duration.ofSeconds(4), 1);
    Rig rig =
        Rig.in(
            CONNECTED,
            options -> options.reconnectPolicy(policy).random(new Random(seed)::nextDouble));
    rig.during.put("tryToRejoin", () -> rig.attempt().failed());
    rig.facts().mediaLost();
    rig.scheduler.run(Duration.ofSeconds(60));
    return rig.begun;
  }

  /** However attempts end, and whatever the pace is. */
  @ParameterizedTest
  @ValueSource(longs = {30, 33, 40})
  void attemptsNeitherShortenNorProlongTheWindow(long length) {
    Duration window = Duration.ofSeconds(length);
    List<ReconnectPolicy> policies =
        List.of(
            ReconnectPolicy.rounds(1),
            ReconnectPolicy.rounds(3),
            ReconnectPolicy.exponential(SECOND, 2, Duration.ofSeconds(5), 1),
            new Faulty((attempt, random) -> attempt == 1 ? SECOND : Timing.BACK_OFF_AT_MOST));
    List<Consumer<Rig>> ends =
        List.of(
            rig -> {},
            rig -> rig.attempt().failed(),
            rig -> {
              throw new IllegalArgumentException("boom");
            });
    for (ReconnectPolicy policy : policies) {
      for (Consumer<Rig> end : ends) {
        Rig rig =
            Rig.in(
                CONNECTED,
                options ->
                    options
                        .reconnectWindow(window)
                        .reconnectPolicy(policy)
                        .random(new Random(1)::nextDouble));
        rig.during.put("tryToRejoin", () -> end.accept(rig));
        rig.facts().mediaLost();

        rig.scheduler.run(window.minusNanos(1));
        assertThat(rig.state()).isEqualTo(RECONNECTING);
        assertThat(rig.begun).hasSizeGreaterThan(1);
        assertThat(rig.begun).allMatch(begun -> begun.compareTo(window) < 0);
        rig.scheduler.run(Duration.ofNanos(1));

        assertThat(rig.state()).isEqualTo(FAILED);
        assertThat(rig.scheduler.waiting()).isEmpty();
      }
    }
  }
}
