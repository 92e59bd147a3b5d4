package io.mooring.room.testkit.fleet;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.Life;
import io.mooring.room.RoomConnection;
import io.mooring.room.StepRecorder;
import io.mooring.room.TimeAway;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One client from its first join to its release: a real room connection on a time of its own. What
 * the network and the server do is drawn at random.
 */
final class FleetClient implements StepRecorder {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Random random;
  private final Set<FleetFault> faults;
  private final boolean writesEvents;
  private final List<ClientLine> lines = new ArrayList<>();
  private VirtualTime time = VirtualTime.friendly();
  private SimulatedTransport transport = new SimulatedTransport();
  private long before;
  private int opened;
  private @Nullable ConnectionSnapshot stored;
  private RoomConnection connection;

  private FleetClient(Random random, Set<FleetFault> faults, boolean writesEvents) {
    this.random = random;
    this.faults = faults;
    this.writesEvents = writesEvents;
    this.connection = builder().build();
  }

  /**
   * What a client writes.
   *
   * @param faults what happens to it; bugs are not among it
   * @param writesEvents whether it writes the events that cause what it notifies of
   * @param about how many lines are wanted
   */
  static List<ClientLine> play(
      Random random, Set<FleetFault> faults, boolean writesEvents, long about) {
    FleetClient client = new FleetClient(random, faults, writesEvents);
    client.live(about);
    return client.lines;
  }

  private RoomConnection.Builder builder() {
    return RoomConnection.builder(transport)
        .scheduler(time)
        .random(random::nextDouble)
        .stepLog(0)
        .recorder(this)
        .snapshots(snapshot -> stored = snapshot);
  }

  private void live(long about) {
    connection.initialize();
    join();
    Set<FleetFault> left = EnumSet.noneOf(FleetFault.class);
    left.addAll(faults);
    // What ends a session comes last.
    boolean kicked = left.remove(FleetFault.KICK);
    for (FleetFault each : left) {
      pause(5_000, 60_000);
      happens(each);
    }
    while (lines.size() + 4 < about) {
      again();
    }
    pause(5_000, 90_000);
    if (kicked) {
      report(Event.KICKED);
      pause(200, 2_000);
    } else {
      connection.leaveChannel();
      pause(1, 300);
    }
    connection.release();
    lines.add(new ClientLine(now(), "", "", Event.RELEASE.action(), ""));
  }

  private void join() {
    connection.joinChannel("room", 1);
    pause(40, 900);
    if (faults.contains(FleetFault.PROXY)) {
      report(Event.PROXY_CONNECTING);
      pause(40, 900);
    }
    report(Event.JOINED);
  }

  /** Leaves, and joins another room. */
  private void again() {
    pause(2_000, 30_000);
    connection.leaveChannel();
    pause(100, 3_000);
    connection.joinChannel("room", 1);
    pause(40, 900);
    report(Event.JOINED);
  }

  private void happens(FleetFault fault) {
    switch (fault) {
      case LOSS -> lose();
      case REDISPATCH -> {
        report(Event.RE_DISPATCHED);
        pause(100, 2_000);
        rejoin();
      }
      case DEATH -> die();
      default -> {}
    }
  }

  private void lose() {
    report(random.nextBoolean() ? Event.MEDIA_LOST : Event.SIGNAL_LOST);
    if (random.nextInt(5) > 0) {
      pause(300, 25_000);
      rejoin();
      return;
    }
    // The window is used up, and the user joins again.
    pause(45_000, 50_000);
    connection.leaveChannel();
    pause(500, 5_000);
    connection.joinChannel("room", 1);
    pause(40, 900);
    report(Event.JOINED);
  }

  /** The next attempt succeeds. */
  private void rejoin() {
    for (int i = 0; i < 600 && !isAttempting(); i++) {
      pause(100, 101);
    }
    report(Event.REJOINED);
  }

  private SimulatedTransport.@Nullable Session session() {
    return transport.session(0).orElse(null);
  }

  private boolean isAttempting() {
    SimulatedTransport.Session session = session();
    return session != null && session.isReconnecting() && !session.attempts().isEmpty();
  }

  private void report(Event event) {
    SimulatedTransport.Session session = session();
    if (session != null && (event != Event.REJOINED || isAttempting())) {
      session.report(event);
    }
  }

  /** Another process continues from what the first one stored. */
  private void die() {
    opened = transport.opened();
    time.clear();
    long away = 500L + random.nextInt(20_000);
    before = now() + away;
    time = VirtualTime.friendly();
    transport = new SimulatedTransport();
    transport.goesOn(opened, true);
    TimeAway gone = TimeAway.exactly(Duration.ofMillis(away));
    connection = builder().restore(requireNonNull(stored), gone, gone).build();
    pause(100, 5_000);
    rejoin();
  }

  private long now() {
    return before + time.nanoTime() / NANOS_PER_MILLI;
  }

  private void pause(int from, int to) {
    time.advance(Duration.ofMillis(from + random.nextInt(to - from)));
  }

  @Override
  public void recorded(long nanoTime, long sessionEpoch, Step step) {
    if (step.event() == Event.INITIALIZE || step.event() == Event.RELEASE) {
      return;
    }
    long at = before + nanoTime / NANOS_PER_MILLI;
    String event = writesEvents ? step.event().action() : "";
    for (Notification each : step.notifications()) {
      lines.add(new ClientLine(at, each.state().name(), each.reason().name(), event, ""));
    }
    if (writesEvents && step.notifications().isEmpty() && step.from() != step.to()) {
      lines.add(new ClientLine(at, "", "", event, ""));
    }
  }

  @Override
  public void restored(long nanoTime, ConnectionSnapshot snapshot, TimeAway sinceLoss, Life life) {
    lines.add(
        new ClientLine(
            before,
            "",
            "",
            "",
            ",\"restored\":\""
                + snapshot.location().name()
                + "\",\"lostAtLeast\":"
                + sinceLoss.atLeast().toNanos()
                + ",\"lostAtMost\":"
                + sinceLoss.atMost().toNanos()));
  }
}
