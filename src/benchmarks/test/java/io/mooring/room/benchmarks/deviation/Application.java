package io.mooring.room.benchmarks.deviation;

import io.mooring.room.spec.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An application that is notified: it records the notifications, and does what a scenario requires.
 */
final class Application implements Consumer<Notification> {

  private final List<Notification> begun = new ArrayList<>();
  private final List<Notification> ended = new ArrayList<>();
  private volatile Consumer<Notification> reaction = told -> {};
  private int running;
  private int mostAtATime;

  /** What to do inside the callbacks that follow. */
  void react(Consumer<Notification> newReaction) {
    reaction = newReaction;
  }

  @Override
  public void accept(Notification told) {
    begin(told);
    try {
      reaction.accept(told);
    } finally {
      end(told);
    }
  }

  private synchronized void begin(Notification told) {
    begun.add(told);
    running++;
    mostAtATime = Math.max(mostAtATime, running);
  }

  private synchronized void end(Notification told) {
    running--;
    ended.add(told);
  }

  /** Clears the recorded notifications. */
  synchronized void forget() {
    begun.clear();
    ended.clear();
    mostAtATime = 0;
  }

  /** The notifications, in the order in which the callbacks began. */
  synchronized List<Notification> told() {
    return List.copyOf(begun);
  }

  /** The notification of the callback that ended last: what a screen shows now. */
  synchronized String shown() {
    return ended.isEmpty() ? "nothing" : "`" + ended.get(ended.size() - 1).state() + "`";
  }

  /** How many callbacks ran at the same time, on one thread or on several. */
  synchronized int mostAtATime() {
    return mostAtATime;
  }

  /** For example {@code `JOIN_CHANNEL`, `LEAVE_CHANNEL`}; the reasons are all different. */
  static String reasons(List<Notification> told) {
    return told.isEmpty()
        ? "none"
        : told.stream().map(each -> "`" + each.reason() + "`").collect(Collectors.joining(", "));
  }
}
