package io.mooring.room;

import java.util.ArrayList;
import java.util.List;

/** A program that needs {@code java.base} alone. */
final class WithoutFlightRecorder {

  private WithoutFlightRecorder() {}

  /** Goes through everything of which a flight recorder would be told. */
  public static void main(String[] arguments) {
    List<RoomFacts> sessions = new ArrayList<>();
    List<CallFailure> failures = new ArrayList<>();
    RoomConnection connection =
        RoomConnection.builder(
                (request, facts) -> {
                  sessions.add(facts);
                  return new RoomConnectionFailureTest.NoSession();
                })
            .onFailure(failures::add)
            .build();
    connection.addListener(
        change -> {
          throw new IllegalStateException("for the report");
        });
    connection.initialize();
    connection.joinChannel("lobby", 7);
    connection.leaveChannel();
    connection.joinChannel("lobby", 7);
    sessions.get(0).mediaLost();
    sessions.get(1).joined();
    sessions.get(1).mediaLost();
    connection.leaveChannel();
    connection.joinChannel("lobby", 7);
    sessions.get(2).longLinkFailed();
    if (failures.size() != 8 || connection.droppedStaleFacts() != 1) {
      throw new AssertionError(failures + ", " + connection);
    }
    boolean there = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
    System.out.println((there ? "jdk.jfr" : "no jdk.jfr") + ", " + connection.getConnectionState());
    System.exit(0);
  }
}
