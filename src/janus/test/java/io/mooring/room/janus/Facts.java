package io.mooring.room.janus;

import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomFacts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a session tells, without a connection. */
final class Facts implements RoomFacts {
  final List<String> told = new CopyOnWriteArrayList<>();

  /** What to show beside it when something else is told. */
  List<String> faults = List.of();

  void await(String... wanted) {
    Waiting.until(
        () -> told.equals(List.of(wanted)),
        () -> List.of(wanted) + " told, but " + told + ", faults " + faults);
  }

  /** An attempt whose end is kept with the facts. */
  ReconnectAttempt attempt(int number) {
    return new ReconnectAttempt() {
      @Override
      public int number() {
        return number;
      }

      @Override
      public Duration timeLimit() {
        return Duration.ofSeconds(10);
      }

      @Override
      public void succeeded() {
        told.add("succeeded " + number);
      }

      @Override
      public void failed() {
        told.add("failed " + number);
      }
    };
  }

  @Override
  public void joined() {
    told.add("joined");
  }

  @Override
  public void roomRequestFailed() {
    told.add("roomRequestFailed");
  }

  @Override
  public void longLinkFailed() {
    told.add("longLinkFailed");
  }

  @Override
  public void proxyConnecting() {
    told.add("proxyConnecting");
  }

  @Override
  public void mediaLost() {
    told.add("mediaLost");
  }

  @Override
  public void signalLost() {
    told.add("signalLost");
  }

  @Override
  public void reDispatched() {
    told.add("reDispatched");
  }

  @Override
  public void serviceTimedOut() {
    told.add("serviceTimedOut");
  }

  @Override
  public void roomClosed() {
    told.add("roomClosed");
  }

  @Override
  public void kicked() {
    told.add("kicked");
  }

  @Override
  public void sameUserIdElsewhere() {
    told.add("sameUserIdElsewhere");
  }
}
