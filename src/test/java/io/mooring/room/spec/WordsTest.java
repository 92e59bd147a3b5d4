package io.mooring.room.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes and their constants, timers and their effects, handlers, and steps in words. */
final class WordsTest {

  @Test
  void aCodeFindsItsConstantAndAnUnknownOneNone() {
    for (ConnectionState state : ConnectionState.values()) {
      assertThat(ConnectionState.of(state.code())).isSameAs(state);
    }
    for (ConnectionReason reason : ConnectionReason.values()) {
      assertThat(ConnectionReason.of(reason.code())).isSameAs(reason);
    }
    for (ReturnCode code : ReturnCode.values()) {
      assertThat(ReturnCode.of(code.code())).isSameAs(code);
      assertThat(ReturnCode.find(code.code())).contains(code);
    }
    assertThat(ReturnCode.find(-77)).isEmpty();
    assertUnknown(ConnectionState::of, "No ConnectionState has the code -77");
    assertUnknown(ConnectionReason::of, "No ConnectionReason has the code -77");
    assertUnknown(ReturnCode::of, "No ReturnCode has the code -77");
  }

  private static void assertUnknown(Function<Integer, ?> of, String message) {
    assertThatThrownBy(() -> of.apply(-77))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aTimerIsArmedByOneEffectAndCancelledByAnother() {
    Set<Effect> others = EnumSet.allOf(Effect.class);
    for (Timer timer : Timer.values()) {
      assertThat(Timer.armedBy(timer.arm())).contains(timer);
      assertThat(Timer.cancelledBy(timer.cancel())).contains(timer);
      assertThat(Timer.armedBy(timer.cancel())).isEmpty();
      assertThat(Timer.cancelledBy(timer.arm())).isEmpty();
      assertThat(others.remove(timer.arm()) && others.remove(timer.cancel())).isTrue();
      assertThat(timer.shortest()).isPositive().isLessThanOrEqualTo(timer.longest());
    }
    assertThat(others)
        .allSatisfy(
            effect -> {
              assertThat(Timer.armedBy(effect)).isEmpty();
              assertThat(Timer.cancelledBy(effect)).isEmpty();
            });
    assertThat(Stream.of(Timer.values()).map(Timer::value))
        .containsExactly("joinTimeout", "reconnectWindow");
  }

  @ParameterizedTest
  @EnumSource(ConnectionState.class)
  void eachStateHasItsAction(ConnectionState state) {
    List<String> done = new ArrayList<>();
    ConnectionStateHandler<String> handler =
        ConnectionStateHandler.<String>builder()
            .onUnknown(what -> done.add("UNKNOWN " + what))
            .onDisconnected(what -> done.add("DISCONNECTED " + what))
            .onConnecting(what -> done.add("CONNECTING " + what))
            .onConnected(what -> done.add("CONNECTED " + what))
            .onReconnecting(what -> done.add("RECONNECTING " + what))
            .onFailed(what -> done.add("FAILED " + what))
            .otherwise(what -> done.add("otherwise " + what));

    handler.handle(state, "told");

    assertThat(done).containsExactly(state + " told");
  }

  @ParameterizedTest
  @EnumSource(ConnectionReason.class)
  void eachReasonHasItsAction(ConnectionReason reason) {
    List<String> done = new ArrayList<>();
    ConnectionReasonHandler<String> handler =
        ConnectionReasonHandler.<String>builder()
            .onLeaveChannel(what -> done.add("LEAVE_CHANNEL"))
            .onChannelClosed(what -> done.add("CHANNEL_CLOSED"))
            .onBeKicked(what -> done.add("BE_KICKED"))
            .onTimeOut(what -> done.add("TIME_OUT"))
            .onJoinChannel(what -> done.add("JOIN_CHANNEL"))
            .onJoinSucceed(what -> done.add("JOIN_SUCCEED"))
            .onRejoinSucceed(what -> done.add("REJOIN_SUCCEED"))
            .onMediaConnectionDisconnected(what -> done.add("MEDIA_CONNECTION_DISCONNECTED"))
            .onSignalDisconnected(what -> done.add("SIGNAL_DISCONNECTED"))
            .onRequestChannelFailed(what -> done.add("REQUEST_CHANNEL_FAILED"))
            .onJoinChannelFailed(what -> done.add("JOIN_CHANNEL_FAILED"))
            .onReDispatch(what -> done.add("RE_DISPATCH"))
            .onSettingProxyServer(what -> done.add("SETTING_PROXY_SERVER"))
            .onBeKickedDueToSameUserId(what -> done.add("BE_KICKED_DUE_TO_SAME_USER_ID"))
            .otherwise(what -> done.add("otherwise"));

    handler.handle(reason, "told");

    assertThat(done).containsExactly(reason.name());
  }

  @Test
  void stepsAreTheSameStateIfTheyEndInOneAndLetOutTheSame() {
    Step step = Table.step(Location.CONNECTED, Event.KICKED);
    Step from = Table.step(Location.RECONNECTING, Event.KICKED);
    Event event = step.event();
    Outcome outcome = step.outcome();
    Location to = step.to();
    ReturnCode code = step.code();
    List<Notification> told = step.notifications();
    List<Effect> effects = step.effects();
    Step elsewhere = kicked(event, outcome, Location.FAILED, code, told, effects);

    assertThat(step.sameStateAs(step)).isTrue();
    assertThat(step.sameStateAs(from)).isTrue();
    assertThat(step.sameOutputsAs(elsewhere)).isTrue();
    assertThat(step.sameStateAs(elsewhere)).isFalse();
    List<Step> others =
        List.of(
            kicked(Event.ROOM_CLOSED, outcome, to, code, told, effects),
            kicked(event, Outcome.IGNORED, to, code, told, effects),
            kicked(event, outcome, to, ReturnCode.WRONG_STATE, told, effects),
            kicked(event, outcome, to, code, List.of(), effects),
            kicked(event, outcome, to, code, told, List.of()));
    assertThat(others).noneMatch(step::sameOutputsAs).noneMatch(step::sameStateAs);
  }

  /** Not quite what happens when the server kicks who is connected. */
  private static Step kicked(
      Event event,
      Outcome outcome,
      Location to,
      ReturnCode code,
      List<Notification> told,
      List<Effect> effects) {
    return new Step(Location.CONNECTED, event, outcome, to, code, told, effects, "");
  }

  @Test
  void aStepIsAnArrow() {
    assertThat(Table.step(Location.UNKNOWN, Event.INITIALIZE).toString())
        .startsWith("UNKNOWN --INITIALIZE--> DISCONNECTED, taken, OK (RoomConnection.tla:");
    assertThat(Table.step(Location.CONNECTING, Event.JOINED).toString())
        .startsWith(
            "CONNECTING --JOINED--> CONNECTED, taken, OK, tells [Notification[state=CONNECTED,"
                + " reason=JOIN_SUCCEED]], wants [CANCEL_JOIN_TIMEOUT] (RoomConnection.tla:");
  }

  @Test
  void aPlaceOfTheTableIsItsLocation() {
    List<Event> events = List.of(Event.values());
    for (Location location : Location.values()) {
      int place = Table.index(location);
      assertThat(Table.location(place)).isSameAs(location);
      for (int i = 0; i < events.size(); i++) {
        Step step = Table.step(location, events.get(i));
        assertThat(Table.step(place, events.get(i))).isSameAs(step);
        assertThat(Table.location(Table.next(place, i))).isSameAs(step.to());
      }
    }
  }
}
