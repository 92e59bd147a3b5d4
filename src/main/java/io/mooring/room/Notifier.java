package io.mooring.room;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivers callbacks: notifies listeners of changes, and completes the results of commands. */
final class Notifier {

  /** The connection that callbacks come from. */
  interface Source extends ListenerRegistration.Host {

    /** The listeners that are registered now. */
    Listeners listeners();

    /** The change of an earlier life of which listeners are notified again. */
    ConnectionChange repeated();

    /** Called when the listeners of a change have returned. */
    void notified(ConnectionChange change);
  }

  private Notifier() {}

  /** Notifies of the changes of a step, and then completes the results that it decided. */
  static void deliver(
      Delivery delivery, SequentialExecutor executor, Source source, Failures failures) {
    Step step = delivery.step;
    if (delivery.sequence == Delivery.REPEATED) {
      notifyListeners(source.repeated(), executor, source, failures);
    } else if (step != null && delivery.changes() > 0 && !source.listeners().isEmpty()) {
      notifyListeners(delivery, step, executor, source, failures);
    }
    complete(delivery.join, delivery.answer, executor);
    complete(delivery.leave, ReturnCode.OK, executor);
    executor.start(delivery.sessionEpoch);
  }

  private static void notifyListeners(
      Delivery delivery, Step step, SequentialExecutor executor, Source source, Failures failures) {
    List<Notification> notifications = step.notifications();
    ConnectionState from = step.from().state();
    for (int i = 0; i < notifications.size(); i++) {
      ConnectionState to = notifications.get(i).state();
      ConnectionChange change =
          new ConnectionChange(
              from,
              to,
              notifications.get(i).reason(),
              delivery.sequence + i,
              delivery.sessionEpoch,
              delivery.lasted == 0 ? Duration.ZERO : Duration.ofNanos(delivery.lasted));
      notifyListeners(change, executor, source, failures);
      from = to;
    }
  }

  private static void notifyListeners(
      ConnectionChange change, SequentialExecutor executor, Source source, Failures failures) {
    if (executor.isDirect()) {
      source.listeners().notifyOf(change, source, failures);
      source.notified(change);
    } else {
      executor.add(
          () -> {
            source.listeners().notifyOf(change, source, failures);
            source.notified(change);
          });
    }
  }

  private static void complete(
      @Nullable CommandOutcome promise, ReturnCode code, SequentialExecutor executor) {
    if (promise == null) {
      return;
    }
    if (executor.isDirect()) {
      promise.decide(code);
    } else {
      executor.add(() -> promise.decide(code));
    }
  }
}
