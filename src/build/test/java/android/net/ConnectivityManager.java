package android.net;

import java.util.ArrayList;
import java.util.List;

/** Stands in for Android's class of this name. */
public final class ConnectivityManager {

  /** Receives the changes of a network. */
  public static class NetworkCallback {

    /** A network is there. */
    public void onAvailable(Network network) {}

    /** A network is gone. */
    public void onLost(Network network) {}
  }

  private final List<NetworkCallback> callbacks = new ArrayList<>();

  /** Registers for the changes of the default network. */
  public void registerDefaultNetworkCallback(NetworkCallback callback) {
    callbacks.add(callback);
  }

  /** Ends a registration. */
  public void unregisterNetworkCallback(NetworkCallback callback) {
    callbacks.remove(callback);
  }

  /** The device has another default network. */
  public void change() {
    List.copyOf(callbacks).forEach(callback -> callback.onAvailable(new Network()));
  }
}
