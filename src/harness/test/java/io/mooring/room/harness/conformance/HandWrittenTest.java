package io.mooring.room.harness.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.conformance.Conformance;
import io.mooring.mbt.conformance.Counterexample;
import io.mooring.mbt.conformance.LearnedModel;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The suite on another connection, as the guide shows it. */
class HandWrittenTest {

  /** Not run as a test: it fails. */
  interface Consumer {
    // region conformance
    class MyConnectionConformance extends ConnectionConformance {
      @Override
      protected ConnectionUnderTest connection() {
        return new MyAdapter(new MyConnection());
      }
    }
    // endregion
  }

  // region adapter
  record MyAdapter(MyConnection connection) implements ConnectionUnderTest {
    @Override
    public ConnectionAnswer apply(Event event) {
      switch (event) {
        case INITIALIZE -> connection.initialize();
        case JOIN_CHANNEL -> connection.join();
        case LEAVE_CHANNEL -> connection.leave();
        case RELEASE -> connection.release();
        case JOINED -> connection.onJoined();
        case SIGNAL_LOST -> connection.onLost(ConnectionReason.SIGNAL_DISCONNECTED);
        case REJOINED -> connection.onBack();
        // and so on
        // endregion
        case ROOM_REQUEST_FAILED ->
            connection.onJoinFailed(ConnectionReason.REQUEST_CHANNEL_FAILED);
        case LONG_LINK_FAILED -> connection.onJoinFailed(ConnectionReason.JOIN_CHANNEL_FAILED);
        case PROXY_CONNECTING -> connection.onProxy();
        case MEDIA_LOST -> connection.onLost(ConnectionReason.MEDIA_CONNECTION_DISCONNECTED);
        case RE_DISPATCHED -> connection.onLost(ConnectionReason.RE_DISPATCH);
        case RECONNECT_WINDOW_USED_UP -> connection.onGivenUp();
        case SERVICE_TIMED_OUT -> connection.onEnded(ConnectionReason.TIME_OUT);
        case ROOM_CLOSED -> connection.onEnded(ConnectionReason.CHANNEL_CLOSED);
        case KICKED -> connection.onEnded(ConnectionReason.BE_KICKED);
        case SAME_USER_ID_ELSEWHERE ->
            connection.onEnded(ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID);
      }
      return new ConnectionAnswer(connection.state(), connection.told());
    }
  }

  /** Any connection would do. */
  static class MyConnection extends HandWritten {}

  @Test
  void aUserWhoLeftIsNotInTheRoomAgain() throws IOException {
    Counterexample<Event, ConnectionAnswer> found =
        LearnedModel.learn(
                ConnectionConformance.of(
                    ConnectionScope.CALLBACKS, () -> new MyAdapter(new MyConnection())),
                1)
            .counterexample()
            .orElseThrow();

    assertThat(found.events()).hasSize(6).endsWith(Event.LEAVE_CHANNEL, Event.REJOINED);
    assertThat(found.summary())
        .endsWith("found     CONNECTED [notifies (CONNECTED, REJOIN_SUCCEED)]");
    assertThat(Files.readString(Path.of("../docs/guide/test-your-connection.md")))
        .contains(found.summary());
  }

  @Test
  void withTheFaultFixedItConforms() {
    Conformance<Event, ConnectionAnswer> mended =
        ConnectionConformance.of(
            ConnectionScope.CALLBACKS,
            () ->
                new MyAdapter(
                    new MyConnection() {
                      @Override
                      void left() {
                        forgetTheAttempt();
                      }
                    }));

    assertThat(LearnedModel.learn(mended, 1).counterexample()).isEmpty();
  }
}
