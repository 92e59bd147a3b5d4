package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static io.mooring.room.spec.ConnectionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A leave and a join in one: from where, to what, and that nothing comes between. */
final class SwitchChannelTest {

  @Test
  void theRoomIsLeftAndTheOtherOneJoined() {
    for (ConnectionState state : List.of(CONNECTING, CONNECTED, RECONNECTING, FAILED)) {
      Rig rig = Rig.in(state);
      long before = rig.told;

      CommandResult result = rig.connection.switchChannel("hall", 8);

      assertThat(result.code()).isEqualTo(ReturnCode.OK);
      assertThat(rig.session().request).isEqualTo(new ChannelRequest("hall", 8));
      assertThat(rig.changes)
          .extracting(
              ConnectionChange::to,
              ConnectionChange::reason,
              ConnectionChange::sequence,
              ConnectionChange::sessionEpoch)
          .containsExactly(
              tuple(DISCONNECTED, ConnectionReason.LEAVE_CHANNEL, before + 1, 1L),
              tuple(CONNECTING, ConnectionReason.JOIN_CHANNEL, before + 2, 2L));
      assertThat(rig.log)
          .containsSubsequence("close 1", "open 2", "told DISCONNECTED", "told CONNECTING");
    }
  }

  @Test
  void itsOutcomeIsThatOfTheJoinAndTheJoinBeforeIsCut() {
    Rig rig = Rig.in(DISCONNECTED);
    List<ReturnCode> first = new ArrayList<>();
    List<ReturnCode> second = new ArrayList<>();
    rig.connection.joinChannel("lobby", 7).outcome().thenAccept(first::add);

    rig.connection.switchChannel("hall", 7).outcome().thenAccept(second::add);
    assertThat(first).containsExactly(ReturnCode.JOIN_CUT_BY_LEAVE);
    assertThat(second).isEmpty();

    rig.sessions.get(0).facts.joined();
    assertThat(second).isEmpty();
    rig.facts().kicked();
    assertThat(second).containsExactly(ReturnCode.SERVER_KICKED);
  }

  @Test
  void whereThereIsNoRoomToLeaveNothingHappens() {
    Rig left = Rig.in(CONNECTED);
    left.connection.leaveChannel();
    left.changes.clear();
    left.log.clear();

    assertRefused(Rig.in(UNKNOWN), ReturnCode.WRONG_STATE);
    assertRefused(Rig.in(DISCONNECTED), ReturnCode.NOT_JOINED);
    assertRefused(left, ReturnCode.REPEATED_LEAVE);
  }

  private static void assertRefused(Rig rig, ReturnCode code) {
    ConnectionState state = rig.state();
    List<ReturnCode> outcome = new ArrayList<>();

    CommandResult result = rig.connection.switchChannel("hall", 8);
    result.outcome().thenAccept(outcome::add);

    assertThat(result.code()).isEqualTo(code);
    assertThat(outcome).containsExactly(code);
    assertThat(rig.state()).isEqualTo(state);
    assertThat(rig.log).containsExactly("recorded LEAVE_CHANNEL");
    assertThat(rig.changes).isEmpty();
  }

  @Test
  void aRoomWithoutANameIsNotSwitchedTo() {
    Rig rig = Rig.in(CONNECTED);

    assertThatThrownBy(() -> rig.connection.switchChannel(" ", 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A room needs a name");

    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(rig.log).isEmpty();
  }

  @Test
  void aListenerNotifiedOfTheLeaveFindsTheJoinUnderWay() {
    Rig rig = Rig.in(CONNECTED);
    List<Object> seen = new ArrayList<>();
    rig.onState.put(
        DISCONNECTED,
        () -> {
          seen.add(rig.state());
          seen.add(rig.join());
        });

    rig.connection.switchChannel("hall", 8);

    assertThat(seen).containsExactly(CONNECTING, ReturnCode.ALREADY_JOINING);
    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(DISCONNECTED, CONNECTING);
  }

  @Test
  void anEngineThatBreaksOnTheJoinStillHasTheLeaveCarriedOut() {
    BreakingEngine engine = new BreakingEngine();
    Rig rig = new Rig(builder -> builder.engine(() -> engine));
    rig.connection.initialize();
    rig.join();
    engine.breaksOn = Event.JOIN_CHANNEL;

    assertThatThrownBy(() -> rig.connection.switchChannel("hall", 8))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("broken on purpose; the last steps");

    assertThat(rig.log).endsWith("close 1", "recorded LEAVE_CHANNEL", "told DISCONNECTED");
    assertThat(rig.state()).isEqualTo(DISCONNECTED);
  }

  private static final class BreakingEngine implements Engine {
    private final CompiledEngine engine = new CompiledEngine();
    @Nullable Event breaksOn;

    @Override
    public Location location() {
      return engine.location();
    }

    @Override
    public Step step(Event event) {
      if (event == breaksOn) {
        throw new IllegalStateException("broken on purpose");
      }
      return engine.step(event);
    }
  }

  @Test
  @Timeout(30)
  void noOtherThreadDecidesInBetween() throws InterruptedException {
    List<Step> steps = new ArrayList<>();
    AtomicReference<RoomFacts> latest = new AtomicReference<>();
    List<Throwable> wrong = new CopyOnWriteArrayList<>();
    RoomConnection connection =
        RoomConnection.builder(
                (request, facts) -> {
                  latest.set(facts);
                  return new RoomConnectionFailureTest.NoSession();
                })
            .onFailure(failure -> wrong.add(failure.cause()))
            .recorder((nanoTime, epoch, step) -> steps.add(step))
            .build();
    connection.initialize();
    connection.joinChannel("lobby", 7);
    int rounds = 5_000;
    CountDownLatch done = new CountDownLatch(3);
    Runnable[] works = {
      () -> connection.switchChannel("hall", 7),
      () -> connection.joinChannel("elsewhere", 7),
      () -> latest.get().joined()
    };
    for (Runnable work : works) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < rounds; i++) {
                  work.run();
                }
                done.countDown();
              });
      thread.setDaemon(true);
      thread.start();
    }
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();

    assertThat(wrong).isEmpty();
    int switches = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).event() == Event.LEAVE_CHANNEL) {
        switches++;
        assertThat(steps.get(i + 1).event()).isEqualTo(Event.JOIN_CHANNEL);
        assertThat(steps.get(i + 1).outcome()).isEqualTo(Outcome.TAKEN);
      }
    }
    assertThat(switches).isEqualTo(rounds);
  }
}
