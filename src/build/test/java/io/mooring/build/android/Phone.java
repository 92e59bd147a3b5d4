package io.mooring.build.android;

import android.os.Handler;
import android.os.SystemClock;
import io.mooring.room.ConnectionChange;
import io.mooring.room.RoomConnection;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A phone with one application, whose process dies, is frozen, or sleeps with the device. */
final class Phone {

  private static final Duration TICK = Duration.ofMillis(100);

  private final Path file;
  private String boot = "1";
  private SimulatedTransport network = new SimulatedTransport();
  private Handler timers = PhoneRoom.mainThread();
  private Handler mainThread = PhoneRoom.mainThread();

  /** The output on the screen, of all processes. */
  final List<String> screen = new ArrayList<>();

  RoomConnection room;

  private Phone(Path folder) throws IOException {
    file = folder.resolve("room");
    room = start();
  }

  /** A phone whose application has joined a room. */
  static Phone inARoom(Path folder) throws IOException {
    Phone phone = new Phone(folder);
    phone.room.initialize();
    phone.room.joinChannel("lobby", 7);
    phone.report(Event.JOINED);
    phone.awake(TICK);
    phone.screen.clear();
    return phone;
  }

  private RoomConnection start() throws IOException {
    StoredRoom stored = new StoredRoom(file, boot);
    RoomConnection.Builder next =
        PhoneRoom.connection(network, timers, mainThread, stored, this::show);
    stored.restore(next);
    return next.build();
  }

  private void show(ConnectionChange change) {
    screen.add(change.to() + " " + change.reason());
  }

  /** The network reports an event of the current session. */
  void report(Event event) {
    network.sessions().get(network.sessions().size() - 1).report(event);
  }

  /** How many attempts to get back the process has made. */
  int attempts() {
    return network.sessions().stream().mapToInt(session -> session.attempts().size()).sum();
  }

  /** Time passes, and the process runs. */
  void awake(Duration time) {
    run();
    for (Duration left = time; !left.isZero(); left = left.minus(TICK)) {
      SystemClock.advance(TICK.toNanos(), false);
      run();
    }
  }

  private void run() {
    while (timers.runNext() || mainThread.runNext()) {
      // Each task may post others.
    }
  }

  /** Time passes, and the process is frozen; both clocks run. */
  void frozen(Duration time) {
    SystemClock.advance(time.toNanos(), false);
  }

  /** Time passes in deep sleep, in which the clock of handlers stands still. */
  void asleep(Duration time) {
    SystemClock.advance(time.toNanos(), true);
  }

  /** The process dies, and a while later another one begins. */
  void dies(Duration away) throws IOException {
    SystemClock.advance(away.toNanos(), true);
    network = new SimulatedTransport();
    network.goesOn(1, true);
    timers = PhoneRoom.mainThread();
    mainThread = PhoneRoom.mainThread();
    room = start();
    run();
  }

  /** The device is switched off and on again. */
  void reboots() throws IOException {
    boot = "2";
    dies(Duration.ofSeconds(1));
  }
}
