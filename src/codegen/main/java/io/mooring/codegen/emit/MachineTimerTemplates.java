package io.mooring.codegen.emit;

/** The texts of what drives the timers of a running machine. */
final class MachineTimerTemplates {

  static final String SCHEDULER =
      """
      // ${header}
      package ${package};

      import java.time.Duration;
      import java.util.concurrent.Future;
      import java.util.concurrent.ScheduledExecutorService;
      import java.util.concurrent.TimeUnit;

      /**
       * The time of a {@link ${machine}}: a clock, and tasks that run later. Safe for use by any thread.
       *
       * <p>A task may run on any thread, also on the one that calls {@link #schedule} and before that
       * call has returned. It carries out effects and calls listeners.
       */
      public interface Scheduler {

        /** {@return a monotonic time in nanoseconds from an arbitrary origin; throws nothing} */
        long nanoTime();

        /**
         * Runs a task once a delay has passed, not earlier. A timer for which this throws has expired.
         *
         * @param delay zero or more
         * @param task what to run
         * @return cancels the task
         */
        Cancellable schedule(Duration delay, Runnable task);

        /** A scheduled task that can be cancelled. */
        @FunctionalInterface
        interface Cancellable {

          /**
           * Cancels the task if it has not begun. A task that runs in spite of it does no harm: the
           * machine knows a stale one.
           */
          void cancel();
        }

        /**
         * {@return the system's clock, with tasks that run on an executor}
         *
         * @param executor the executor; a cancelled task should leave its queue at once, see {@link
         *     java.util.concurrent.ScheduledThreadPoolExecutor#setRemoveOnCancelPolicy}
         */
        static Scheduler of(ScheduledExecutorService executor) {
          return new Scheduler() {
            @Override
            public long nanoTime() {
              return System.nanoTime();
            }

            @Override
            public Cancellable schedule(Duration delay, Runnable task) {
              Future<?> future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
              return () -> future.cancel(false);
            }
          };
        }
      }
      """;

  static final String ARMED =
      """
      // ${header}
      package ${package};

      import java.util.concurrent.atomic.AtomicReference;
      import java.util.function.Consumer;

      /**
       * One run of a timer: the task that the scheduler gets. The decision that arms the timer makes it,
       * and the thread that decided schedules it with no lock held. If another decision revokes it
       * meanwhile, the later of the two threads cancels the task.
       */
      final class ArmedTimer implements Runnable {

        private static final Scheduler.Cancellable REVOKED = () -> {};

        private final Timer timer;
        private final long deadline;
        private final Consumer<ArmedTimer> expired;

        /** What the scheduler has returned; null before, {@link #REVOKED} afterwards. */
        private final AtomicReference<Scheduler.Cancellable> task = new AtomicReference<>();

        ArmedTimer(Timer timer, long deadline, Consumer<ArmedTimer> expired) {
          this.timer = timer;
          this.deadline = deadline;
          this.expired = expired;
        }

        Timer timer() {
          return timer;
        }

        /** How long it still runs; negative if its deadline has passed, fired or not. */
        long remaining(long now) {
          return deadline - now;
        }

        boolean isRevoked() {
          return task.get() == REVOKED;
        }

        /** Keeps the scheduled task, unless the run was revoked: then the caller cancels it. */
        boolean keep(Scheduler.Cancellable scheduled) {
          return task.compareAndSet(null, scheduled);
        }

        /** {@return the task to cancel; null if it is not scheduled yet} */
        Scheduler.Cancellable revoke() {
          return task.getAndSet(REVOKED);
        }

        @Override
        public void run() {
          expired.accept(this);
        }
      }
      """;

  static final String TIMERS =
      """
      // ${header}
      package ${package};

      import java.time.Duration;
      import java.util.ArrayList;
      import java.util.EnumMap;
      import java.util.List;
      import java.util.Map;

      /** The timers of one machine, armed and cancelled by the effects that {@link Timer} lists. */
      final class Timers {

        private final MachineCore core;
        private final Scheduler scheduler;
        private final Map<Timer, Duration> durations;
        private final Map<Timer, ArmedTimer> running = new EnumMap<>(Timer.class);

        /** Calls of the scheduler that follow from the decisions under the lock. */
        private List<Runnable> changes = new ArrayList<>();

        Timers(MachineCore core, Scheduler scheduler, Map<Timer, Duration> durations) {
          this.core = core;
          this.scheduler = scheduler;
          this.durations = new EnumMap<>(durations);
        }

        /* ---------------- under the lock ---------------- */

        /** Cancels and arms what the effects of a step say, measured from a time. */
        void follow(Step step, long now) {
          for (Effect effect : step.effects()) {
            Timer.cancelledBy(effect).ifPresent(this::cancel);
            Timer.armedBy(effect).ifPresent(timer -> arm(timer, now));
          }
        }

        private void arm(Timer timer, long now) {
          cancel(timer);
          ArmedTimer run = new ArmedTimer(timer, now + durations.get(timer).toNanos(), core::expired);
          running.put(timer, run);
          changes.add(() -> schedule(run));
        }

        private void cancel(Timer timer) {
          ArmedTimer run = running.remove(timer);
          if (run != null) {
            Scheduler.Cancellable task = run.revoke();
            if (task != null) {
              changes.add(() -> cancel(run, task));
            }
          }
        }

        void cancelAll() {
          for (Timer timer : Timer.values()) {
            cancel(timer);
          }
        }

        boolean isRunning(ArmedTimer run) {
          return running.get(run.timer()) == run;
        }

        /** Ends a run. */
        void end(ArmedTimer run) {
          if (isRunning(run)) {
            cancel(run.timer());
          }
        }

        /** The run whose deadline passed first, fired or not; null if none has. */
        ArmedTimer firstPassed(long now) {
          ArmedTimer first = null;
          for (ArmedTimer run : running.values()) {
            if (run.remaining(now) < (first == null ? 0 : first.remaining(now))) {
              first = run;
            }
          }
          return first;
        }

        /** The calls of the scheduler that are due once the lock is released, in order. */
        List<Runnable> takeChanges() {
          if (changes.isEmpty()) {
            return List.of();
          }
          List<Runnable> taken = changes;
          changes = new ArrayList<>();
          return taken;
        }

        /* ---------------- with no lock held ---------------- */

        private void schedule(ArmedTimer run) {
          if (run.isRevoked()) {
            return;
          }
          Scheduler.Cancellable task;
          try {
            long delay = Math.max(0, run.remaining(scheduler.nanoTime()));
            task = scheduler.schedule(Duration.ofNanos(delay), run);
          } catch (Throwable thrown) {
            core.reportFailure("the scheduler, for the timer " + run.timer(), thrown);
            run.run();
            return;
          }
          if (!run.keep(task)) {
            cancel(run, task);
          }
        }

        private void cancel(ArmedTimer run, Scheduler.Cancellable task) {
          try {
            task.cancel();
          } catch (Throwable thrown) {
            core.reportFailure("the scheduler, to cancel the timer " + run.timer(), thrown);
          }
        }
      }
      """;

  /** What the core does when a timer has run out. */
  static final String EXPIRED =
      """
      /** Decides what the end of a timer tells, unless the run is stale. */
      void expired(ArmedTimer run) {
        long now = scheduler.nanoTime();
        List<Runnable> changes = List.of();
        try {
          synchronized (lock) {
            if (!timers.isRunning(run)) {
              dropped++;
              return;
            }
            takeExpired(now);
            if (timers.isRunning(run)) {
              timers.end(run);
              take(run.timer().fact(), now);
            }
            changes = timers.takeChanges();
          }
        } catch (Throwable thrown) {
          reportFailure("the engine, for the timer " + run.timer(), thrown);
        }
        changes.forEach(Runnable::run);
        outbox.deliver();
      }

      /** A deadline that has passed is decided before what arrives after it. Under the lock. */
      private void takeExpired(long now) {
        for (ArmedTimer run = timers.firstPassed(now); run != null; run = timers.firstPassed(now)) {
          timers.end(run);
          take(run.timer().fact(), now);
        }
      }
      """;

  static final String DURATION =
      """
      /**
       * Sets how long a timer runs once it is armed. Every timer needs it.
       *
       * @param timer the timer
       * @param duration ${allowed}
       * @return this builder
       * @throws IllegalArgumentException when it is not
       */
      public Builder timer(Timer timer, Duration duration) {
        if (${forbidden}) {
          throw new IllegalArgumentException(
              ${message});
        }
        durations.put(timer, duration);
        return this;
      }
      """;

  static final String BUILD_CHECK =
      """
      for (Timer timer : Timer.values()) {
        if (!durations.containsKey(timer)) {
          throw new IllegalStateException(
              "How long does " + timer + " run? Call timer(Timer." + timer + ", ...) first");
        }
      }
      """;

  static final String TIME =
      """
       *
       * <h2>Time</h2>
       *
       * <p>The table arms and cancels the timers ({@link Timer}); each is measured from the arrival of
       * the event that armed it. A deadline that has passed is decided before anything that arrives
       * after it, also in a process that was asleep. A timer that fires after it was cancelled or armed
       * again is dropped and counted.""";

  private MachineTimerTemplates() {}
}
