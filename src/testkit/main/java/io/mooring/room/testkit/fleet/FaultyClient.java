package io.mooring.room.testkit.fleet;

import java.util.ArrayList;
import java.util.List;

/** What a faulty client writes in the place of a correct one. */
final class FaultyClient {
  private static final String JOINED = "JOIN_SUCCEED";
  private static final String CONNECTING = "CONNECTING";
  private static final String CONNECTED = "CONNECTED";
  private static final String RECONNECTING = "RECONNECTING";
  private static final String DISCONNECTED = "DISCONNECTED";
  private static final String KICKED = "BE_KICKED";

  /** Later than any window. */
  private static final long MUCH_LATER = 120_000;

  private static final long SHORTLY = 10;

  private FaultyClient() {}

  /** The lines of a client with a bug; the same lines if it has had no occasion to show. */
  static List<ClientLine> of(FleetFault bug, List<ClientLine> correct) {
    List<ClientLine> lines = new ArrayList<>(correct);
    switch (bug) {
      case LOSS_TOLD_TWICE -> twice(first(RECONNECTING, "", lines), lines);
      case KICK_TOLD_TWICE -> twice(first(DISCONNECTED, KICKED, lines), lines);
      case JOIN_ANSWERED_TWICE -> twice(first(CONNECTED, JOINED, lines), lines);
      case OUTCOME_NEVER_TOLD -> {
        int lost = first(RECONNECTING, "", lines);
        if (lost >= 0 && lost + 1 < lines.size()) {
          lines.remove(lost + 1);
          delay(lost + 1, lines);
        }
      }
      case WINDOW_STARTED_AGAIN -> {
        int lost = first(RECONNECTING, "", lines);
        if (lost >= 0) {
          delay(lost + 1, lines);
        }
      }
      case SUCCESS_NEVER_TOLD -> {
        int joined = first(CONNECTED, JOINED, lines);
        if (joined >= 0) {
          lines.remove(joined);
          delay(joined, lines);
        }
      }
      case FIGHTS_A_KICK ->
          insert(first(DISCONNECTED, KICKED, lines), RECONNECTING, "SIGNAL_DISCONNECTED", lines);
      case SECOND_JOIN_RESTARTS ->
          insert(first(CONNECTED, JOINED, lines), CONNECTING, "JOIN_CHANNEL", lines);
      case CALLBACK_AFTER_RELEASE -> insert(lines.size() - 1, DISCONNECTED, KICKED, lines);
      case LOSS, KICK, REDISPATCH, PROXY, DEATH ->
          throw new IllegalArgumentException(bug.text() + " is no bug of a client");
    }
    return lines;
  }

  private static int first(String state, String reason, List<ClientLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      ClientLine each = lines.get(i);
      if (each.state().equals(state) && (reason.isEmpty() || each.reason().equals(reason))) {
        return i;
      }
    }
    return -1;
  }

  private static void twice(int index, List<ClientLine> lines) {
    if (index >= 0) {
      ClientLine line = lines.get(index);
      insert(index, line.state(), line.reason(), lines);
    }
  }

  private static void insert(int after, String state, String reason, List<ClientLine> lines) {
    if (after >= 0) {
      lines.add(after + 1, ClientLine.callback(lines.get(after).time() + SHORTLY, state, reason));
      for (int i = after + 2; i < lines.size(); i++) {
        lines.set(i, lines.get(i).at(lines.get(i).time() + SHORTLY));
      }
    }
  }

  private static void delay(int from, List<ClientLine> lines) {
    for (int i = from; i < lines.size(); i++) {
      lines.set(i, lines.get(i).at(lines.get(i).time() + MUCH_LATER));
    }
  }
}
