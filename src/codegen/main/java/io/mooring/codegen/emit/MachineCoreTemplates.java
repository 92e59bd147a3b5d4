package io.mooring.codegen.emit;

/** The texts of what a running machine is made of; nothing of them depends on the model. */
final class MachineCoreTemplates {

  static final String ENGINE =
      """
      // ${header}
      package ${package};

      /**
       * Decides the steps of one machine. Its only state is the location.
       *
       * <p>An engine belongs to one {@link ${machine}}, which calls it under its lock, for one step at a
       * time and from different threads. It calls nothing of the application.
       */
      public interface Engine {

        /** {@return where the machine is} */
        Location location();

        /**
         * Applies an event.
         *
         * @param event the event
         * @return the step, from the location before to the location after; defined for every event in
         *     every location
         * @throws IllegalStateException if the engine deviates from the specification; the message says
         *     how
         */
        Step step(Event event);

        /** {@return an engine that looks the steps up in the {@link Table}, in its initial location} */
        static Engine ofTable() {
          return new Engine() {
            private Location location = Table.initial().to();

            @Override
            public Location location() {
              return location;
            }

            @Override
            public Step step(Event event) {
              Step step = Table.step(location, event);
              location = step.to();
              return step;
            }
          };
        }
      }
      """;

  static final String LISTENER =
      """
      // ${header}
      package ${package};

      /** Is notified of the steps of a {@link ${machine}}. */
      @FunctionalInterface
      public interface StepListener {

        /**
         * An event was decided.
         *
         * <p>Calls come one at a time and in the order of decision, with no lock held. The machine may
         * be further on already, but never behind the step. Events may be given from here.
         *
         * @param step the step: taken, ignored or refused
         */
        void onStep(Step step);
      }
      """;

  static final String FAILURES =
      """
      // ${header}
      package ${package};

      /** Receives what code throws that a {@link ${machine}} calls. */
      @FunctionalInterface
      public interface FailureHandler {

        /**
         * A call has failed. What this method throws is dropped. Only further reports wait for it.
         *
         * @param call what was called, in words
         * @param thrown what it has thrown
         */
        void onFailure(String call, Throwable thrown);

        /** {@return a handler that writes to {@link System#err}} */
        static FailureHandler toErrorStream() {
          return (call, thrown) -> {
            System.err.println("${machine} has called code that failed: " + call);
            thrown.printStackTrace();
          };
        }
      }
      """;

  static final String OUTBOX =
      """
      // ${header}
      package ${package};

      import java.util.ArrayDeque;
      import java.util.Deque;

      /**
       * The calls that follow from decisions and are still to be made. Those of one {@link Kind} are made
       * in order and by one thread at a time; the kinds do not wait for each other.
       */
      final class Outbox {

        /** Room for more calls than this is given back when a rush is over. */
        private static final int ROOM = 16;

        /** Why a call is made. */
        static final class Kind {
          private Deque<Runnable> calls = new ArrayDeque<>();
          private int most;
          private Thread caller;
          private Runnable call;

          /** Adds a call that throws nothing. Under the lock. */
          void add(Runnable added) {
            calls.add(added);
            most = Math.max(most, calls.size());
          }

          private boolean begin() {
            if (caller != null || calls.isEmpty()) {
              return false;
            }
            caller = Thread.currentThread();
            call = calls.poll();
            return true;
          }

          private void end() {
            caller = null;
            call = null;
            if (calls.isEmpty() && most > ROOM) {
              calls = new ArrayDeque<>();
              most = 0;
            }
          }
        }

        final Kind effects = new Kind();
        final Kind failures = new Kind();
        final Kind listeners = new Kind();

        private final Object lock;

        /** An empty outbox whose content is guarded by a lock. */
        Outbox(Object lock) {
          this.lock = lock;
        }

        /** Makes the pending calls that no other thread makes, until there are none. Without the lock. */
        void deliver() {
          for (Kind kind = begin(); kind != null; kind = begin()) {
            try {
              kind.call.run();
            } finally {
              synchronized (lock) {
                kind.end();
              }
            }
          }
        }

        private Kind begin() {
          Thread self = Thread.currentThread();
          synchronized (lock) {
            if (effects.caller == self) {
              // It is in the middle of the order of effects.
              return null;
            }
            if (effects.begin()) {
              return effects;
            }
            if (failures.begin()) {
              return failures;
            }
            // A failure handler is called by any thread: no listener inside of it.
            return failures.caller != self && listeners.begin() ? listeners : null;
          }
        }
      }
      """;

  static final String CORE =
      """
      // ${header}
      package ${package};

      ${imports}

      /** Decides and delivers for a {@link ${machine}}, whose comment has the contract. */
      final class MachineCore {

        private final Object lock = new Object();
        private final Outbox outbox = new Outbox(lock);
        private final BiConsumer<Effect, Step> effects;
        private final Engine engine;
        private final FailureHandler failures;
        private final int logSize;
        ${schedulerField}
        private final Deque<Step> log = new ArrayDeque<>();
        ${timersField}

        /** Immutable. Written under the lock. */
        private volatile List<StepListener> listeners;

        private boolean ended;
        private long dropped;

        /** A machine in the location of its engine. */
        MachineCore(${machine}.Builder builder) {
          effects = builder::carryOut;
          engine = builder.engine;
          failures = builder.failures;
          logSize = builder.logSize;
          ${schedulerNew}
          listeners = List.copyOf(builder.listeners);
          ${timersNew}
        }

        /** Decides a command, or any event that has an answer. */
        Step decide(Event event) {
          Step step = apply(event);
          if (step == null) {
            throw new IllegalStateException("The machine was shut down before " + event);
          }
          return step;
        }

        /** Decides a fact. One that comes after the end is dropped. */
        void report(Event fact) {
          apply(fact);
        }

        /** The step of an event; null if it comes after the end. */
        private Step apply(Event event) {
          ${now}
          Step step;
          ${changes}
          synchronized (lock) {
            if (ended) {
              dropped++;
              return null;
            }
            ${takeExpired}
            step = take(event${at});
            ${takeChanges}
          }
          ${applyChanges}
          outbox.deliver();
          return step;
        }

        /** The only place at which the machine moves. Under the lock. */
        private Step take(Event event${atLong}) {
          Step step = engine.step(event);
          if (logSize > 0) {
            if (log.size() == logSize) {
              log.remove();
            }
            log.add(step);
          }
          ${follow}
          if (!step.effects().isEmpty()) {
            outbox.effects.add(() -> carryOut(step));
          }
          List<StepListener> notified = listeners;
          if (!notified.isEmpty()) {
            outbox.listeners.add(() -> notifyOf(step, notified));
          }
          return step;
        }

        private void carryOut(Step step) {
          for (Effect effect : step.effects()) {
            try {
              effects.accept(effect, step);
            } catch (Throwable thrown) {
              reportFailure("the effect " + effect + " of " + step, thrown);
            }
          }
        }

        private void notifyOf(Step step, List<StepListener> notified) {
          for (StepListener listener : notified) {
            if (isRegistered(listener)) {
              try {
                listener.onStep(step);
              } catch (Throwable thrown) {
                reportFailure("a listener of " + step, thrown);
              }
            }
          }
        }

        private boolean isRegistered(StepListener listener) {
          for (StepListener each : listeners) {
            if (each == listener) {
              return true;
            }
          }
          return false;
        }

        ${reportFailureDoc}
        ${private}void reportFailure(String call, Throwable thrown) {
          synchronized (lock) {
            outbox.failures.add(() -> handOver(call, thrown));
          }
        }

        private void handOver(String call, Throwable thrown) {
          try {
            failures.onFailure(call, thrown);
          } catch (Throwable again) {
            // The failure handler itself has failed.
          }
        }

        ${expired}

        Location location() {
          synchronized (lock) {
            return engine.location();
          }
        }

        void addListener(StepListener added) {
          synchronized (lock) {
            if (!ended) {
              List<StepListener> more = new ArrayList<>(listeners);
              more.add(added);
              listeners = Collections.unmodifiableList(more);
            }
          }
        }

        void removeListener(StepListener removed) {
          synchronized (lock) {
            List<StepListener> fewer = new ArrayList<>();
            for (StepListener each : listeners) {
              if (each != removed) {
                fewer.add(each);
              }
            }
            listeners = Collections.unmodifiableList(fewer);
          }
        }

        List<Step> stepLog() {
          synchronized (lock) {
            return Collections.unmodifiableList(new ArrayList<>(log));
          }
        }

        long dropped() {
          synchronized (lock) {
            return dropped;
          }
        }

        void shutDown() {
          ${changes}
          synchronized (lock) {
            ended = true;
            listeners = List.of();
            ${cancelAll}
          }
          ${applyChanges}
          ${deliverAll}
        }
      }
      """;

  private MachineCoreTemplates() {}
}
