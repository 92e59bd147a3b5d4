package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A connection with a store lives through a script of commands, facts and time. At each moment of
 * it, between any two observations from outside, its process may have died: the next life is
 * checked against the observations until then.
 */
final class DeathAtEveryMomentTest {

  private static final int STIMULI = 40;

  /** The observations until a moment, and the latest stored snapshot. */
  private record Moment(
      String what, ConnectionSnapshot stored, long opened, long told, long left) {}

  private final List<Moment> moments = new ArrayList<>();
  private ConnectionSnapshot stored = new Rig().connection.capture();
  private long opened;
  private long told;

  /** The session that a leave had ended, and whose command had returned; 0 if none had. */
  private long left;

  private void moment(String what) {
    moments.add(new Moment(what, stored, opened, told, left));
  }

  private Rig scripted(long seed) {
    Rig rig =
        new Rig(
            builder ->
                builder
                    .snapshots(
                        snapshot -> {
                          moment("before storing " + snapshot);
                          stored = ConnectionSnapshot.parse(snapshot.text());
                          moment("stored " + snapshot);
                        })
                    .listener(
                        change -> {
                          moment("telling " + change);
                          told = change.sequence();
                        }));
    rig.during.put(
        "open",
        () -> {
          opened++;
          moment("opened session " + opened);
        });
    Random random = new Random(seed);
    rig.connection.initialize();
    for (int i = 0; i < STIMULI; i++) {
      stimulate(rig, random.nextInt(10), random);
      moment("after stimulus " + i);
    }
    return rig;
  }

  private void stimulate(Rig rig, int which, Random random) {
    RoomFacts facts = rig.sessions.isEmpty() ? null : rig.facts();
    switch (which) {
      case 0, 1, 2 -> rig.join();
      case 3 -> {
        rig.connection.leaveChannel();
        left = rig.state() == ConnectionState.DISCONNECTED ? opened : left;
      }
      case 4, 5 -> {
        if (facts != null) {
          facts.joined();
        }
      }
      case 6 -> {
        if (facts != null) {
          facts.signalLost();
        }
      }
      case 7 -> {
        if (facts != null && !rig.session().attempts.isEmpty()) {
          rig.attempt().succeeded();
        }
      }
      case 8 -> rig.scheduler.run(Duration.ofSeconds(random.nextInt(60)));
      default -> {
        if (facts != null) {
          facts.roomClosed();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyObservationRemainsTrueInTheNextLife(long seed) {
    Rig first = scripted(seed);

    assertThat(first.failures).isEmpty();
    assertThat(opened).isPositive();
    for (Moment moment : moments) {
      check(moment, TimeAway.exactly(Duration.ofSeconds(2)), true);
      check(moment, TimeAway.exactly(Duration.ofSeconds(2)), false);
      check(moment, TimeAway.unknown(), true);
    }
  }

  private static void check(Moment moment, TimeAway away, boolean wayBack) {
    List<ConnectionChange> heard = new ArrayList<>();
    ConnectionSnapshot before = moment.stored;
    Rig next = new Rig(builder -> builder.listener(heard::add).restore(before, away), wayBack);
    String what = moment.what + ", restored from " + before + " with " + away;

    owedIsTold(moment, heard, what);
    if (moment.left > 0 && moment.left == before.sessionEpoch()) {
      assertThat(next.state()).as(what).isEqualTo(ConnectionState.DISCONNECTED);
      assertThat(next.sessions).as(what).isEmpty();
    }
    if (away.equals(TimeAway.unknown())) {
      assertThat(next.sessions).as("%s: nothing is attempted", what).isEmpty();
      assertThat(next.state()).as(what).isNotEqualTo(RECONNECTING);
    }
    if (!wayBack && before.location().transportOpen() && !before.location().joinTimed()) {
      assertThat(next.state()).as(what).isEqualTo(ConnectionState.DISCONNECTED);
    }
    assertThat(next.scheduler.waiting().findAny().isPresent())
        .as("%s: timers run while there is something to time", what)
        .isEqualTo(next.state() == RECONNECTING);
    numbersGo(moment, heard, what, next);
  }

  /** The latest change that was stored is told, before everything else, unless it had been told. */
  private static void owedIsTold(Moment moment, List<ConnectionChange> heard, String what) {
    ConnectionSnapshot before = moment.stored;
    if (before.changes() > moment.told && before.location() != Location.UNKNOWN) {
      assertThat(before.isPending()).as(what).isTrue();
    }
    if (before.isPending()) {
      ConnectionChange last = before.lastChange().orElseThrow();
      ConnectionChange again = heard.get(0);
      assertThat(again.repeated()).as(what).isTrue();
      assertThat(again.to()).as(what).isEqualTo(last.to());
      assertThat(again.reason()).as(what).isEqualTo(last.reason());
      assertThat(again.sequence()).as(what).isEqualTo(last.sequence());
    } else {
      assertThat(heard).as(what).noneMatch(ConnectionChange::repeated);
    }
  }

  /** Numbers of changes go on by one, and those of sessions are new to the transport. */
  private static void numbersGo(
      Moment moment, List<ConnectionChange> heard, String what, Rig next) {
    long number = moment.stored.changes();
    for (ConnectionChange change : heard) {
      number += change.repeated() ? 0 : 1;
      assertThat(change.sequence()).as(what).isEqualTo(number);
    }
    if (next.state() == ConnectionState.UNKNOWN) {
      next.connection.initialize();
    }
    next.connection.leaveChannel();
    next.join();
    assertThat(next.connection.capture().sessionEpoch()).as(what).isGreaterThan(moment.opened);
    assertThat(next.failures).as(what).isEmpty();
    assertThat(next.state()).as(what).isNotEqualTo(FAILED);
  }
}
