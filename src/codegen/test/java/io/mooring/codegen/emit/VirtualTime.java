package io.mooring.codegen.emit;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test says so, as the scheduler of a generated machine. */
final class VirtualTime {

  /** A task that a machine has scheduled. */
  record Task(long at, Runnable work) {}

  final List<Task> tasks = new ArrayList<>();
  boolean rejects;
  boolean keepsCancelled;
  private long now = Long.MAX_VALUE - 1_000_000_000L;

  /** The scheduler; its clock overflows within the first seconds of a test. */
  Object scheduler(RunningMachine.Generated generated) throws Exception {
    Class<?> type = generated.type("Scheduler");
    Class<?> cancellable = generated.type("Scheduler$Cancellable");
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> {
          if (method.getName().equals("nanoTime")) {
            return now;
          }
          if (rejects) {
            throw new IllegalStateException("no thread left");
          }
          Task task = new Task(now + ((Duration) arguments[0]).toNanos(), (Runnable) arguments[1]);
          tasks.add(task);
          return Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {cancellable},
              (it, cancel, nothing) -> {
                if (!keepsCancelled) {
                  tasks.remove(task);
                }
                return null;
              });
        });
  }

  /** Lets time pass, and nothing run: the process is asleep. */
  void sleep(Duration duration) {
    now += duration.toNanos();
  }

  /** Runs what is due, earliest first. */
  void wake() {
    for (Task due = due(); due != null; due = due()) {
      tasks.remove(due);
      due.work().run();
    }
  }

  /** Lets time pass, and runs what is due. */
  void pass(Duration duration) {
    sleep(duration);
    wake();
  }

  @SuppressWarnings("NullAway")
  private Task due() {
    return tasks.stream()
        .filter(each -> each.at() - now <= 0)
        .min(Comparator.comparingLong(each -> each.at() - now))
        .orElse(null);
  }
}
