package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.flight.FlightRecorder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The listeners of a connection in the order in which they were added. Immutable. */
final class Listeners {

  /** Shared by all connections without listeners. */
  static final Listeners NONE = new Listeners();

  private final ListenerRegistration[] registrations;

  private Listeners(ListenerRegistration... registrations) {
    this.registrations = registrations;
  }

  /** These listeners and one more. */
  Listeners with(ListenerRegistration added) {
    ListenerRegistration[] more = Arrays.copyOf(registrations, registrations.length + 1);
    more[registrations.length] = added;
    return new Listeners(more);
  }

  /** These listeners without one, which need not be among them. */
  Listeners without(ListenerRegistration removed) {
    ListenerRegistration[] fewer =
        Arrays.stream(registrations)
            .filter(each -> each != removed)
            .toArray(ListenerRegistration[]::new);
    return fewer.length == 0 ? NONE : new Listeners(fewer);
  }

  boolean isEmpty() {
    return registrations.length == 0;
  }

  /**
   * Notifies each listener added before this change, and stops if the connection is released.
   *
   * @param host decides before each listener whether it may still be notified
   */
  void notifyOf(ConnectionChange change, ListenerRegistration.Host host, Failures failures) {
    for (ListenerRegistration registration : registrations) {
      if (!host.mayNotify(change)) {
        return;
      }
      if (registration.receives(change)) {
        call(registration.listener(), change, failures);
      }
    }
  }

  /** Notifies each lifecycle listener that the connection was initialised or released. */
  void notifyOfLifecycle(Failures failures) {
    for (ListenerRegistration registration : registrations) {
      LifecycleListener listener = registration.lifecycle();
      if (listener != null) {
        try {
          listener.onLifecycleChange();
        } catch (Throwable thrown) {
          failures.report(Callee.LISTENER, "onLifecycleChange", 0, thrown);
        }
      }
    }
  }

  private static void call(
      ConnectionListener listener, ConnectionChange change, Failures failures) {
    FlightRecorder.@Nullable Call call = FlightRecorder.recorder().call();
    try {
      listener.onConnectionStateChange(change);
    } catch (Throwable thrown) {
      failures.report(Callee.LISTENER, change.toString(), change.sessionEpoch(), thrown);
    }
    if (call != null) {
      // The receiver of failures is unique to the connection, and so identifies it.
      call.end(failures, listener, change.to(), change.reason(), change.sessionEpoch());
    }
  }
}
