package io.mooring.room.testkit.call;

import io.mooring.room.Engine;
import io.mooring.room.RoomConnection;
import io.mooring.room.testkit.SimulatedNetwork;
import io.mooring.room.testkit.SimulatedRoom;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Users A and B in one room, and their connections when A is lost: its network, its process, or the
 * device that falls asleep.
 *
 * <p>Both are real room connections; room, network and time are simulated, so that a minute takes
 * no time and the same schedule always gives the same call.
 */
public final class CallSimulation {
  private static final Duration BEFORE_THE_LOSS = Duration.ofSeconds(5);
  private static final Duration AFTER_THE_LOSS = Duration.ofSeconds(65);

  private final VirtualTime time = VirtualTime.friendly();
  private final Schedule schedule;
  private final List<Call.Change> changes = new ArrayList<>();
  private final List<Duration> attempts = new ArrayList<>();
  private final List<Call.Notification> notifications = new ArrayList<>();

  private CallSimulation(Schedule schedule) {
    this.schedule = schedule;
  }

  /**
   * The four cases of the classic picture: back after 5 s, 29 s, 45 s and never, in one and the
   * same call.
   */
  public static List<Schedule> classics() {
    Schedule never =
        new Schedule(
            Duration.ofMillis(3500),
            Optional.empty(),
            RoomConnection.DEFAULT_RECONNECT_WINDOW,
            Duration.ofMillis(43_000));
    return List.of(
        never.withBack(Optional.of(Duration.ofSeconds(5))),
        never.withBack(Optional.of(Duration.ofSeconds(29))),
        never.withBack(Optional.of(Duration.ofSeconds(45))),
        never);
  }

  /**
   * Plays a schedule.
   *
   * @param engine gives a fresh engine at every call
   */
  public static Call play(Schedule schedule, Supplier<? extends Engine> engine) {
    return new CallSimulation(schedule).play(engine);
  }

  private Call play(Supplier<? extends Engine> engine) {
    SimulatedRoom room = new SimulatedRoom(time, schedule.patience());
    room.onNotification(
        (member, about, presence) -> {
          if (member.equals("B")) {
            notifications.add(new Call.Notification(sinceLoss(), presence));
          }
        });
    ProcessTime other = new ProcessTime(time);
    RoomConnection b =
        RoomConnection.builder(new SimulatedNetwork(room, "B", other, schedule.detection()))
            .engine(engine)
            .scheduler(other)
            .build();
    UserA a =
        new UserA(
            time,
            room,
            schedule,
            engine,
            change -> changes.add(new Call.Change(sinceLoss(), change)),
            () -> attempts.add(sinceLoss()));

    b.initialize();
    b.joinChannel("room", 2);
    time.advance(Duration.ofSeconds(1));
    a.join();
    time.schedule(until(Duration.ZERO), a::lose);
    if (schedule.loss() == Loss.SLEEP) {
      schedule.awayFrom().ifPresent(from -> time.schedule(until(from), a::sleep));
    }
    schedule.back().ifPresent(back -> time.schedule(until(back), a::back));
    time.advance(until(AFTER_THE_LOSS));
    return new Call(schedule, changes, attempts, notifications, AFTER_THE_LOSS);
  }

  private Duration sinceLoss() {
    return Duration.ofNanos(time.nanoTime()).minus(BEFORE_THE_LOSS);
  }

  private Duration until(Duration sinceLoss) {
    return sinceLoss.minus(sinceLoss());
  }
}
