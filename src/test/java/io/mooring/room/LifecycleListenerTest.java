package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.spec.ConnectionState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lifecycle listener sees the two changes of state that no other listener is notified of. */
final class LifecycleListenerTest {

  @Test
  void itIsNotifiedOfInitializeAndReleaseBesideTheChanges() {
    Rig rig = Rig.in(CONNECTED);
    List<ConnectionState> mirror = new ArrayList<>();
    rig.connection.addListener(mirrorTo(mirror, rig.connection));

    rig.facts().signalLost();
    rig.connection.release();
    rig.connection.initialize();

    assertThat(mirror).containsExactly(ConnectionState.RECONNECTING, UNKNOWN, DISCONNECTED);
  }

  @Test
  void refusedCommandsAndRemovedListenersAreNoNotification() {
    Rig rig = Rig.in(CONNECTED);
    List<ConnectionState> mirror = new ArrayList<>();
    Registration registration = rig.connection.addListener(mirrorTo(mirror, rig.connection));

    rig.connection.initialize();
    assertThat(mirror).isEmpty();

    registration.close();
    rig.connection.release();
    assertThat(mirror).isEmpty();
  }

  @Test
  void whatItThrowsIsReportedAndTheNextOneIsNotified() {
    Rig rig = Rig.in(CONNECTED);
    List<ConnectionState> mirror = new ArrayList<>();
    RuntimeException thrown = new IllegalStateException("no window");
    rig.connection.addListener(
        new LifecycleListener() {
          @Override
          public void onConnectionStateChange(ConnectionChange change) {}

          @Override
          public void onLifecycleChange() {
            throw thrown;
          }
        });
    rig.connection.addListener(mirrorTo(mirror, rig.connection));

    rig.connection.release();

    assertThat(rig.failures).extracting(CallFailure::cause).containsExactly(thrown);
    assertThat(mirror).containsExactly(UNKNOWN);
  }

  private static LifecycleListener mirrorTo(
      List<ConnectionState> mirror, RoomConnection connection) {
    return new LifecycleListener() {
      @Override
      public void onConnectionStateChange(ConnectionChange change) {
        mirror.add(connection.getConnectionState());
      }

      @Override
      public void onLifecycleChange() {
        mirror.add(connection.getConnectionState());
      }
    };
  }
}
