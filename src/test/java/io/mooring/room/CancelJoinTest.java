package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ReturnCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller that gives up its join leaves the session of that join, and no other. */
final class CancelJoinTest {

  @Test
  void aJoinThatIsUnderWayIsLeft() {
    Rig rig = Rig.in(DISCONNECTED);
    List<ReturnCode> outcome = new ArrayList<>();
    CommandResult join = rig.connection.joinChannel("lobby", 7);
    join.outcome().thenAccept(outcome::add);

    assertThat(rig.connection.cancelJoin(join.sessionEpoch())).isTrue();

    assertThat(rig.connection.getConnectionState()).isEqualTo(DISCONNECTED);
    assertThat(outcome).containsExactly(ReturnCode.JOIN_CUT_BY_LEAVE);
    assertThat(rig.changes)
        .extracting(ConnectionChange::reason)
        .endsWith(ConnectionReason.JOIN_CHANNEL, ConnectionReason.LEAVE_CHANNEL);
    assertThat(rig.log).contains("close 1");
  }

  @Test
  void aJoinThatHasAResultIsNotLeft() {
    Rig rig = Rig.in(DISCONNECTED);
    CommandResult join = rig.connection.joinChannel("lobby", 7);
    rig.facts().joined();

    assertThat(rig.connection.cancelJoin(join.sessionEpoch())).isFalse();

    assertThat(rig.connection.getConnectionState()).isEqualTo(CONNECTED);
    assertThat(rig.log).doesNotContain("close 1");
  }

  @Test
  void theSessionOfALaterJoinIsNotLeft() {
    Rig rig = Rig.in(DISCONNECTED);
    CommandResult first = rig.connection.joinChannel("lobby", 7);
    CommandResult second = rig.connection.switchChannel("hall", 7);

    assertThat(second.sessionEpoch()).isEqualTo(first.sessionEpoch() + 1);
    assertThat(rig.connection.cancelJoin(first.sessionEpoch())).isFalse();
    assertThat(rig.connection.getConnectionState()).isEqualTo(CONNECTING);

    assertThat(rig.connection.cancelJoin(second.sessionEpoch())).isTrue();
    assertThat(rig.connection.getConnectionState()).isEqualTo(DISCONNECTED);
  }

  @Test
  void aJoinWhoseTimeIsOverIsDecidedBeforeItIsCancelled() {
    Rig rig = Rig.in(DISCONNECTED);
    CommandResult join = rig.connection.joinChannel("lobby", 7);
    rig.scheduler.pass(RoomConnection.DEFAULT_JOIN_TIMEOUT.plusNanos(1));

    assertThat(rig.connection.cancelJoin(join.sessionEpoch())).isFalse();

    assertThat(join.outcome().toCompletableFuture())
        .isCompletedWithValue(ReturnCode.CONNECT_FAILED);
  }

  @Test
  void noOtherNumberLeavesAnything() {
    Rig rig = Rig.in(DISCONNECTED);
    CommandResult refused = Rig.in(CONNECTED).connection.joinChannel("lobby", 7);
    assertThat(refused.accepted()).isFalse();
    assertThat(refused.sessionEpoch()).isZero();
    rig.connection.joinChannel("lobby", 7);

    for (long number : new long[] {refused.sessionEpoch(), -1, Long.MIN_VALUE, 2, Long.MAX_VALUE}) {
      assertThat(rig.connection.cancelJoin(number)).isFalse();
    }
    assertThat(rig.connection.getConnectionState()).isEqualTo(CONNECTING);
  }
}
