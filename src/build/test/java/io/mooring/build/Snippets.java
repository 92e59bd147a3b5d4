package io.mooring.build;

import io.mooring.mbt.record.TraceRecorder;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionListener;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomTransport;
import io.mooring.room.TimeAway;
import io.mooring.room.janus.JanusTransport;
import io.mooring.room.janus.Secret;
import io.mooring.room.monitor.ConnectionMonitor;
import io.mooring.room.monitor.Verdict;
import io.mooring.room.spec.ConnectionStateHandler;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedNetwork;
import io.mooring.room.testkit.SimulatedRoom;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import io.mooring.room.trace.TraceWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The code that the README and the guide show. */
final class Snippets {

  private Snippets() {}

  static void readme() {
    // region readme
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    RoomConnection room = RoomConnection.builder(network).scheduler(time).build();
    room.addListener(System.out::println);

    room.initialize();
    room.joinChannel("lobby", 7);
    SimulatedTransport.Session session = network.sessions().get(0);
    session.report(Event.JOINED);
    session.report(Event.SIGNAL_LOST);
    time.advance(Duration.ofSeconds(40));
    room.leaveChannel();
    // endregion
  }

  static void recorder(List<List<Object>> queue, Map<String, Integer> owners) {
    // region recorder
    try (TraceRecorder trace = TraceRecorder.to(Path.of("queue.ndjson"))) {
      trace.action("Put", line -> line.arg("c", "ann").arg("v", 2).state("queue", queue));
      trace.seen(line -> line.state("owner", owners));
    }
    // endregion
  }

  static void commands() {
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    // region commands
    Queue<Runnable> mainThread = new ArrayDeque<>();
    RoomConnection room =
        RoomConnection.builder(network).scheduler(time).listenerExecutor(mainThread::add).build();
    room.addListener(change -> System.out.println(change + " after " + change.elapsed()));

    room.initialize();
    room.joinChannel("lobby", 7).outcome().thenAccept(code -> System.out.println("lobby " + code));
    time.advance(Duration.ofSeconds(2));
    room.switchChannel("hall", 7).outcome().thenAccept(code -> System.out.println("hall " + code));
    network.sessions().get(1).report(Event.JOINED);
    mainThread.forEach(Runnable::run);
    // endregion
  }

  static void restore() {
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    RoomConnection room = RoomConnection.builder(network).scheduler(time).build();
    room.initialize();
    room.joinChannel("lobby", 7);
    network.sessions().get(0).report(Event.JOINED);
    // region restore
    String stored = room.capture().text();

    // The process dies; eight seconds later another one begins.
    RoomConnection again =
        RoomConnection.builder(network)
            .scheduler(time)
            .restore(ConnectionSnapshot.parse(stored), Duration.ofSeconds(8))
            .build();
    again.addListener(change -> System.out.println(change + " after " + change.elapsed()));
    System.out.println(again.getConnectionState());
    network.sessions().get(1).report(Event.REJOINED);
    // endregion
  }

  static void network() {
    // region network
    VirtualTime time = VirtualTime.friendly();
    SimulatedRoom server = new SimulatedRoom(time);
    SimulatedNetwork network = new SimulatedNetwork(server, "A");
    RoomConnection room = RoomConnection.builder(network).scheduler(time).build();
    room.addListener(change -> System.out.println(change + " after " + change.elapsed()));

    room.initialize();
    room.joinChannel("lobby", 7);
    time.advance(Duration.ofSeconds(1));
    network.cut();
    time.advance(Duration.ofSeconds(20));
    network.heal();
    time.advance(Duration.ofSeconds(10));
    // endregion
  }

  static void observed() {
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    // region observed
    StringBuilder trace = new StringBuilder();
    RoomConnection room =
        RoomConnection.builder(network)
            .scheduler(time)
            .recorder(TraceWriter.to(trace)) // or to a file
            .build();
    room.initialize();
    room.joinChannel("lobby", 7);
    time.advance(Duration.ofMillis(1250));
    network.sessions().get(0).report(Event.JOINED);
    room.joinChannel("lobby", 7);
    System.out.println("The last steps:\n" + room.stepLog());
    trace.toString().lines().skip(3).forEach(System.out::println);
    // endregion
  }

  static void monitor() {
    // region monitor
    ConnectionMonitor monitor =
        ConnectionMonitor.ofInitialized(
            ConnectionListener.byState(
                ConnectionStateHandler.<ConnectionChange>builder()
                    .onReconnecting(change -> System.out.println("spinner on"))
                    .otherwise(change -> System.out.println("spinner off"))));

    int[][] callbacks = {{2, 5}, {3, 6}, {1, 3}, {4, 9}};
    for (int[] callback : callbacks) {
      Verdict verdict = monitor.onConnectionStateChange(callback[0], callback[1]);
      if (verdict instanceof Verdict.Forbidden forbidden) {
        System.out.println(forbidden.notification().reason() + " breaks " + forbidden.rules());
        forbidden.missed().forEach(missed -> System.out.println("  missing: " + missed.reason()));
      }
    }
    // endregion
  }

  static void facts() {
    SimulatedTransport network = new SimulatedTransport();
    VirtualTime time = VirtualTime.friendly();
    RoomConnection room = RoomConnection.builder(network).scheduler(time).build();
    // region facts
    room.initialize();
    room.joinChannel("lobby", 7);
    room.leaveChannel();
    room.joinChannel("lobby", 7);
    network.sessions().get(0).report(Event.JOINED); // a fact about the session before
    System.out.println(room.getConnectionState() + ", dropped: " + room.droppedStaleFacts());
    network.sessions().get(1).report(Event.JOINED);
    System.out.println(room.getConnectionState() + ", dropped: " + room.droppedStaleFacts());
    // endregion
  }

  /** Where an application keeps texts. */
  interface Disk {
    void replace(String name, String text);

    String read(String name);
  }

  static RoomConnection stores(
      RoomTransport network, Disk disk, ConnectionListener screen, Duration sinceStored) {
    // region stores
    RoomConnection room =
        RoomConnection.builder(network)
            .snapshots(snapshot -> disk.replace("room", snapshot.text()))
            .listener(screen)
            .build();

    // The process dies. The next one:
    RoomConnection again =
        RoomConnection.builder(network)
            .snapshots(snapshot -> disk.replace("room", snapshot.text()))
            .listener(screen)
            .restore(ConnectionSnapshot.parse(disk.read("room")), TimeAway.exactly(sinceStored))
            .build();
    // endregion
    room.release();
    return again;
  }

  static RoomConnection traceFile(RoomTransport network) throws IOException {
    // region trace-file
    TraceWriter trace = TraceWriter.to(Path.of("room.ndjson"));
    RoomConnection room = RoomConnection.builder(network).recorder(trace).build();
    // endregion
    return room;
  }

  static void janus(String pin) {
    // region janus
    try (JanusTransport transport =
        JanusTransport.builder(URI.create("wss://janus.example.org/ws"))
            .pin(Secret.of(pin))
            .display("probe")
            .build()) {
      RoomConnection room = RoomConnection.builder(transport).build();
      room.initialize();
      room.joinChannel("1234", 7).outcome().thenAccept(System.out::println);
    }
    // endregion
  }
}
