package io.mooring.build.android;

import android.net.ConnectivityManager;
import android.net.Network;
import android.os.Handler;
import android.os.Looper;
import io.mooring.room.ConnectionListener;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;

/** How an application on Android builds its connection. */
final class PhoneRoom {

  private PhoneRoom() {}

  /** A transport that receives changes of the network. */
  interface PhoneTransport extends RoomTransport {
    void networkChanged();
  }

  static RoomConnection.Builder connection(
      RoomTransport transport,
      Handler timers,
      Handler mainThread,
      StoredRoom stored,
      ConnectionListener screen) {
    // region connection
    RoomConnection.Builder room =
        RoomConnection.builder(transport)
            .scheduler(new ElapsedTimeScheduler(timers)) // of a HandlerThread, not the main thread
            .listenerExecutor(mainThread::post) // new Handler(Looper.getMainLooper())
            .snapshots(stored)
            .listener(screen);
    // endregion
    return room;
  }

  static Handler mainThread() {
    return new Handler(Looper.getMainLooper());
  }

  static void watch(ConnectivityManager connectivity, PhoneTransport transport) {
    // region network
    ConnectivityManager.NetworkCallback changes =
        new ConnectivityManager.NetworkCallback() {
          @Override
          public void onAvailable(Network network) {
            transport.networkChanged();
          }
        };
    connectivity.registerDefaultNetworkCallback(changes);
    // endregion
  }
}
