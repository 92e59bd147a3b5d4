package io.mooring.codegen.emit;

/** The texts of the class of a running machine, with places for what the model says. */
final class MachineTemplates {

  static final String EFFECTS =
      """
      // ${header}
      package ${package};

      /**
       * What a {@link ${machine}} has carried out: a method for each effect of the specification that
       * is not about a timer.
       *
       * <p>The methods are called one at a time and in the order of decision, with no lock held, on the
       * thread that called the machine. They should not block: until one has returned, no other is
       * called. What one throws is reported to the {@link FailureHandler}.
       */
      public interface Effects {

        ${methods}
      }
      """;

  static final String EFFECT =
      """

      ${doc}
      void ${name}(Step step);
      """;

  static final String MACHINE =
      """
      // ${header}
      package ${package};

      import static java.util.Objects.requireNonNull;

      ${imports}

      /**
       * A ${words} that runs.
       *
       * <p>The specification {@code ${module}} decides what an event does in each location, through the
       * table that is generated from it ({@link Table}). This class adds when and on which thread that
       * happens. It begins in the initial location, whose outputs count as delivered.
       *
       * <h2>Order</h2>
       *
       * <p>An event is decided at once, under a short lock under which no other code is called but the
       * {@link Engine}: when its method returns, the outcome is final and the location is written, also
       * inside a callback. What follows has ${parts} parts. Each is delivered in the order of decision
       * and one call at a time, and none waits for another:
       *
       * <ol>
       ${timerPart}
       ${effectPart}
       *   <li>failures are reported to the {@link FailureHandler};
       *   <li>listeners are notified of the step, in the order in which they were added.
       * </ol>
       *
       * <p>The machine has no thread of its own. A thread that calls one of its methods takes, with no
       * lock held, the first part that no other thread is delivering, for one step, then looks again,
       * until nothing is pending, including what other threads have decided meanwhile. One that is stuck
       * in a call delays only further deliveries of the same part: no effect waits for a listener.
       *
       * <p>A thread inside a callback of a listener calls no listener: effects of what it decides are
       * carried out before its call returns, unless another thread is carrying out effects; its
       * listeners are notified afterwards. A thread inside an effect only decides: what follows is
       * delivered once the effect has returned.
       *
       * <h2>Failures</h2>
       *
       * <p>What an effect${schedulers} or a listener throws, errors included, is reported to the {@link
       * FailureHandler} and reaches no caller of the machine. It changes nothing, and the next effect or
       * listener follows. What a failed effect means is up to the specification: give the machine the
       * event that says so.${rejected}
       ${time}
       *
       * <h2>End</h2>
       *
       * <p>After {@link #shutDown} nothing is decided and ${stopped}no listener is notified; a call of
       * another thread may end later. Effects of earlier decisions are carried out. ${late}
       *
       * <p>Safe for use by any thread.
       */
      public final class ${machine} {

        private final MachineCore core;

        private ${machine}(Builder builder) {
          core = new MachineCore(builder);
        }

        /**
         * Begins the configuration of a machine.
         *
         ${builderTags}
         */
        public static Builder builder(${builderParameters}) {
          return new Builder(${builderArguments});
        }

        ${events}

        /** {@return where the machine is: inside a callback, where its step led to or later} */
        public Location currentLocation() {
          return core.location();
        }

        /**
         * Adds a listener. It is notified of every step that is decided after this call and of none that
         * was decided before. One that is added twice is notified twice.
         *
         * @param listener the listener
         */
        public void addListener(StepListener listener) {
          core.addListener(requireNonNull(listener, "listener"));
        }

        /**
         * Removes a listener, however often it was added. Of the steps that follow it is notified no
         * more; a call that another thread has begun may end later.
         *
         * @param listener the listener
         */
        public void removeListener(StepListener listener) {
          core.removeListener(listener);
        }

        /** {@return the last {@link Builder#stepLog(int)} decisions, the oldest first} */
        public List<Step> stepLog() {
          return core.stepLog();
        }

        /** {@return how many events ${droppedWhat}were dropped because they came too late} */
        public long dropped() {
          return core.dropped();
        }

        /** Ends the machine; see above. Once it has ended, another call does nothing. */
        public void shutDown() {
          core.shutDown();
        }

        /** For example {@code ${machine}[${location}]}. */
        @Override
        public String toString() {
          return "${machine}[" + currentLocation() + "]";
        }

        ${find}

        /** The configuration of a machine. Not safe for use by several threads. */
        public static final class Builder {
          final List<StepListener> listeners = new ArrayList<>();
          ${fields}
          Engine engine = Engine.ofTable();
          FailureHandler failures = FailureHandler.toErrorStream();
          int logSize = 16;

          private Builder(${builderParameters}) {
            ${assignments}
          }

          /**
           * Sets what decides the steps. By default the table.
           *
           * @param engine an engine of this machine alone
           * @return this builder
           */
          public Builder engine(Engine engine) {
            this.engine = requireNonNull(engine, "engine");
            return this;
          }

          /**
           * Sets what receives the failures of called code. By default they are written to {@link
           * System#err}.
           *
           * @param handler the handler
           * @return this builder
           */
          public Builder onFailure(FailureHandler handler) {
            failures = requireNonNull(handler, "handler");
            return this;
          }

          /**
           * Adds a listener that is notified from the beginning.
           *
           * @param listener the listener
           * @return this builder
           */
          public Builder listener(StepListener listener) {
            listeners.add(requireNonNull(listener, "listener"));
            return this;
          }

          /**
           * Sets how many of its last decisions the machine keeps. By default 16.
           *
           * @param size the number; 0 for none
           * @return this builder
           * @throws IllegalArgumentException when it is negative
           */
          public Builder stepLog(int size) {
            if (size < 0) {
              throw new IllegalArgumentException("stepLog size must be >= 0, but was " + size);
            }
            logSize = size;
            return this;
          }

          ${duration}

          /**
           * Creates the machine, in the location of its engine.
           *
           * @return the machine
           ${buildThrows}
           */
          public ${machine} build() {
            ${buildCheck}
            return new ${machine}(this);
          }

          ${carryOut}
        }
      }
      """;

  static final String CARRY_OUT =
      """
      void carryOut(Effect effect, Step step) {
        switch (effect) {
          ${cases}
        }
      }
      """;

  static final String CARRY_OUT_NOTHING =
      """
      void carryOut(Effect effect, Step step) {
        // All effects are about timers, which the machine drives itself.
      }
      """;

  static final String COMMAND =
      """

      ${doc}
      public ${type} ${name}(${parameters}) {
        return core.decide(${event}).${result}();
      }
      """;

  static final String FACT =
      """

      ${doc}
      public void ${name}(${parameters}) {
        core.report(${event});
      }
      """;

  private MachineTemplates() {}
}
