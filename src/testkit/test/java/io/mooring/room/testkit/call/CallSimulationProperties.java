package io.mooring.room.testkit.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CompiledEngine;
import io.mooring.room.ReconnectPolicy;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Timing;
import io.mooring.room.testkit.Presence;
import io.mooring.room.testkit.SimulatedNetwork;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class CallSimulationProperties {

  /**
   * The expected result of a schedule, computed without any simulation.
   *
   * @param noticed whether A noticed the loss
   * @param heard when the server heard of A again
   * @param rejoined when A was back
   * @param failed when A gave up
   */
  private record Outcome(
      boolean noticed,
      Optional<Duration> heard,
      Optional<Duration> rejoined,
      Optional<Duration> failed) {

    static Outcome of(Schedule schedule) {
      Duration detection = schedule.detection();
      Duration deadline = detection.plus(schedule.window());
      if (schedule.back().filter(back -> back.compareTo(detection) <= 0).isPresent()) {
        return new Outcome(false, schedule.back(), Optional.empty(), Optional.empty());
      }
      Optional<Duration> asked =
          schedule
              .back()
              .flatMap(back -> firstProbeFrom(back, detection, deadline))
              .filter(probe -> probe.compareTo(deadline) < 0);
      Optional<Duration> heard = asked.map(probe -> probe.plus(SimulatedNetwork.ONE_WAY));
      Optional<Duration> answered =
          heard
              .map(at -> at.plus(SimulatedNetwork.ONE_WAY))
              .filter(at -> at.compareTo(deadline) < 0);
      return new Outcome(
          true, heard, answered, answered.isPresent() ? Optional.empty() : Optional.of(deadline));
    }

    /** The first question of an attempt that leaves once the network is back. */
    private static Optional<Duration> firstProbeFrom(
        Duration back, Duration detection, Duration deadline) {
      ReconnectPolicy policy = RoomConnection.DEFAULT_RECONNECT_POLICY;
      Duration begin = detection;
      for (int attempt = 1; begin.compareTo(deadline) < 0; attempt++) {
        Duration end = begin.plus(policy.timeLimit(attempt));
        for (Duration probe = begin;
            probe.compareTo(end) < 0;
            probe = probe.plus(SimulatedNetwork.BETWEEN_PACKETS)) {
          if (probe.compareTo(back) >= 0) {
            return Optional.of(probe);
          }
        }
        begin = end.plus(policy.backOff(attempt, 0));
      }
      return Optional.empty();
    }
  }

  @Property(tries = 1000)
  void aGivesUpWithinTheDocumentedBoundsOrIsBackBefore(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
    Schedule schedule = Schedule.random(seed);
    Call call = CallSimulation.play(schedule, CompiledEngine::new);
    Outcome outcome = Outcome.of(schedule);

    Optional<Duration> failed = call.reached(ConnectionState.FAILED);
    assertThat(failed).isEqualTo(outcome.failed());
    failed.ifPresent(
        at -> assertThat(at).isBetween(Timing.GIVE_UP_AT_LEAST, Timing.GIVE_UP_AT_MOST));
    assertThat(call.rejoined()).isEqualTo(outcome.rejoined());
    assertThat(call.reached(ConnectionState.RECONNECTING).isPresent()).isEqualTo(outcome.noticed());
    long after = call.changes().stream().filter(change -> !change.at().isNegative()).count();
    assertThat(after).as("callbacks after the loss").isEqualTo(outcome.noticed() ? 2 : 0);
    if (failed.isPresent()) {
      assertThat(call.changes().get(call.changes().size() - 1).change().reason())
          .isEqualTo(ConnectionReason.TIME_OUT);
    }
  }

  @Property(tries = 1000)
  void bIsNotifiedOfATimeoutExactlyWhenAWasAwayForThatLong(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
    Schedule schedule = Schedule.random(seed);
    Call call = CallSimulation.play(schedule, CompiledEngine::new);
    Outcome outcome = Outcome.of(schedule);
    Duration patience = schedule.patience();

    boolean away = outcome.heard().filter(at -> at.compareTo(patience) <= 0).isEmpty();
    assertThat(call.notified(Presence.TIMED_OUT))
        .isEqualTo(away ? Optional.of(patience) : Optional.empty());
    assertThat(call.notified(Presence.JOINED).isPresent())
        .isEqualTo(away && outcome.heard().isPresent());
    // Heard by the server, but too late for A: the success is undone.
    assertThat(call.notified(Presence.LEFT).isPresent())
        .isEqualTo(outcome.heard().isPresent() && outcome.failed().isPresent());
  }

  @Example
  void bothWindowsOverlapSoThatNeitherOrderCanBeReliedOn() {
    int failedFirst = 0;
    int notifiedFirst = 0;
    int rejoinedAfterNotified = 0;
    for (long seed = 0; seed < 1000; seed++) {
      Call call = CallSimulation.play(Schedule.random(seed), CompiledEngine::new);
      Optional<Duration> failed = call.reached(ConnectionState.FAILED);
      Optional<Duration> notified = call.notified(Presence.TIMED_OUT);
      if (failed.isPresent() && notified.isPresent()) {
        failedFirst += failed.get().compareTo(notified.get()) < 0 ? 1 : 0;
        notifiedFirst += notified.get().compareTo(failed.get()) < 0 ? 1 : 0;
      }
      rejoinedAfterNotified += call.rejoined().isPresent() && notified.isPresent() ? 1 : 0;
    }
    assertThat(failedFirst).as("A gave up before B was notified").isGreaterThan(50);
    assertThat(notifiedFirst).as("B was notified before A gave up").isGreaterThan(50);
    assertThat(rejoinedAfterNotified).as("A was back after B was notified").isPositive();
  }
}
