package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.flight.FlightRecorder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Listeners in the order in which they were added; never changes. */
final class Listeners {

  /** All connections that have no listener share it. */
  static final Listeners NONE = new Listeners();

  private final Place[] places;

  private Listeners(Place... places) {
    this.places = places;
  }

  /** These listeners and one more. */
  Listeners with(Place place) {
    Place[] more = Arrays.copyOf(places, places.length + 1);
    more[places.length] = place;
    return new Listeners(more);
  }

  /** These listeners, except one that may not be among them any more. */
  Listeners without(Place place) {
    Place[] fewer = Arrays.stream(places).filter(each -> each != place).toArray(Place[]::new);
    return fewer.length == 0 ? NONE : new Listeners(fewer);
  }

  boolean isEmpty() {
    return places.length == 0;
  }

  /** Tells everybody who is to hear it, unless the connection is released meanwhile. */
  void tell(ConnectionChange change, Outbox outbox, Failures failures) {
    for (Place place : places) {
      if (!outbox.mayNotify(change)) {
        return;
      }
      if (place.open && change.sequence() > place.heardBefore) {
        call(place.listener, change, failures);
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
      // Where failures go is the connection, to whoever has to tell one from another.
      call.end(failures, listener, change.to(), change.reason(), change.sessionEpoch());
    }
  }

  /** A listener, and what it is to hear. */
  static final class Place implements Registration {

    private final Outbox outbox;
    private final ConnectionListener listener;
    private final long heardBefore;
    private volatile boolean open = true;

    Place(Outbox outbox, ConnectionListener listener, long heardBefore) {
      this.outbox = outbox;
      this.listener = listener;
      this.heardBefore = heardBefore;
    }

    @Override
    public void close() {
      open = false;
      outbox.remove(this);
    }

    @Override
    public String toString() {
      return (open ? "Registration of " : "Closed registration of ") + listener;
    }
  }
}
