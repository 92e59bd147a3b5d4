package io.mooring.room;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.flight.Flight;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The listeners of one connection, in the order in which they were added. */
final class Listeners {

  private static final Place[] NONE = {};

  /** Never changed in place; written under this object's lock. */
  private volatile Place[] places = NONE;

  /** Adds a listener that hears the changes after the given number. */
  synchronized Registration add(ConnectionListener listener, long heardBefore) {
    Place place = new Place(this, listener, heardBefore);
    Place[] more = Arrays.copyOf(places, places.length + 1);
    more[places.length] = place;
    places = more;
    return place;
  }

  private synchronized void remove(Place place) {
    int index = Arrays.asList(places).indexOf(place);
    if (index < 0) {
      return;
    }
    if (places.length == 1) {
      places = NONE;
      return;
    }
    Place[] fewer = new Place[places.length - 1];
    System.arraycopy(places, 0, fewer, 0, index);
    System.arraycopy(places, index + 1, fewer, index, fewer.length - index);
    places = fewer;
  }

  boolean isEmpty() {
    return places.length == 0;
  }

  /** Tells everybody who is to hear it, unless the connection is released meanwhile. */
  void tell(ConnectionChange change, Outbox outbox, Failures failures) {
    for (Place place : places) {
      if (!outbox.mayTell(change)) {
        return;
      }
      if (place.open && change.sequence() > place.heardBefore) {
        call(place.listener, change, failures);
      }
    }
  }

  private static void call(
      ConnectionListener listener, ConnectionChange change, Failures failures) {
    Flight.@Nullable Call call = Flight.recorder().call();
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

  private static final class Place implements Registration {

    private final Listeners listeners;
    private final ConnectionListener listener;
    private final long heardBefore;
    private volatile boolean open = true;

    Place(Listeners listeners, ConnectionListener listener, long heardBefore) {
      this.listeners = listeners;
      this.listener = listener;
      this.heardBefore = heardBefore;
    }

    @Override
    public void close() {
      open = false;
      listeners.remove(this);
    }

    @Override
    public String toString() {
      return (open ? "Registration of " : "Closed registration of ") + listener;
    }
  }
}
