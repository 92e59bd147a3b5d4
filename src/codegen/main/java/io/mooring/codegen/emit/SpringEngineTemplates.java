package io.mooring.codegen.emit;

/** The texts of the Spring configuration as the engine of a running machine. */
final class SpringEngineTemplates {

  static final String ENGINE =
      """
      // ${header}
      package ${package};

      import ${java}.Engine;
      import ${java}.Event;
      import ${java}.Location;
      import ${java}.Step;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionException;
      import java.util.concurrent.TimeUnit;
      import org.springframework.messaging.support.MessageBuilder;
      import org.springframework.statemachine.StateMachine;
      import org.springframework.statemachine.StateMachineEventResult;
      import org.springframework.statemachine.config.StateMachineBuilder;
      import org.springframework.statemachine.listener.StateMachineListenerAdapter;
      import org.springframework.statemachine.state.State;
      import org.springframework.statemachine.transition.Transition;
      import reactor.core.publisher.Mono;

      /**
       * The engine of a {@link ${java}.${machine}} that runs the generated Spring Statemachine
       * configuration.
       *
       * <p>A step is what the running machine did: one event goes in, and the transition that was seen,
       * the actions that ran and the state afterwards make the step. The table is not looked up. A
       * machine that does not take exactly one transition, or that ends elsewhere than this transition
       * leads, is broken, and the event is answered with an {@link IllegalStateException} that says what
       * happened.
       *
       * <p>As the machine does not know where in the specification it comes from, {@link Step#source()}
       * is {@value #SOURCE} for every step.
       *
       * <p>Not safe for use by several threads at once: it belongs to one machine, which feeds it one
       * event at a time under its lock, and nothing else may feed it.
       */
      public final class SpringEngine implements Engine {

        /** What {@link Step#source()} says of every step of this engine. */
        public static final String SOURCE = "Spring Statemachine";

        /** Far more than a step takes: Spring works on the caller's thread. */
        private static final long PATIENCE_SECONDS = 10;

        private final RecordedActions outputs = new RecordedActions();
        private final Witness witness = new Witness();
        private final StateMachine<Location, Event> machine;

        /** An engine on a new machine of the generated configuration, in its initial location. */
        public SpringEngine() {
          machine = newMachine(outputs);
          machine.addStateListener(witness);
          await(machine.startReactively(), "start");
          witness.clear();
          outputs.clear();
        }

        private static StateMachine<Location, Event> newMachine(StateMachineActions actions) {
          try {
            StateMachineBuilder.Builder<Location, Event> builder = StateMachineBuilder.builder();
            StateMachineConfiguration configuration = new StateMachineConfiguration(actions);
            configuration.configure(builder.configureStates());
            configuration.configure(builder.configureTransitions());
            return builder.build();
          } catch (RuntimeException failed) {
            throw failed;
          } catch (Exception failed) {
            throw new IllegalStateException(
                "The generated configuration was refused by Spring", failed);
          }
        }

        @Override
        public Location location() {
          State<Location, Event> state = machine.getState();
          if (state == null || machine.isComplete()) {
            throw new IllegalStateException("The Spring state machine has stopped: " + machine);
          }
          return state.getId();
        }

        @Override
        public Step step(Event event) {
          Location from = location();
          outputs.clear();
          witness.clear();
          List<StateMachineEventResult<Location, Event>> results =
              await(
                  machine
                      .sendEvent(Mono.just(MessageBuilder.withPayload(event).build()))
                      .collectList(),
                  event + " in " + from);
          check(event, from, results);
          Location to = location();
          Transition<Location, Event> taken = witness.transitions.get(0);
          if (taken.getSource().getId() != from
              || taken.getTarget().getId() != to
              || taken.getTrigger().getEvent() != event) {
            throw broken(event, from, "it went to " + to + " by another transition");
          }
          if (!outputs.isConsistent() || (outputs.isPassed() && from != to)) {
            throw broken(event, from, "its actions contradict each other");
          }
          return outputs.step(from, event, to);
        }

        private void check(
            Event event, Location from, List<StateMachineEventResult<Location, Event>> results) {
          if (witness.error != null || machine.hasStateMachineError()) {
            IllegalStateException broken = broken(event, from, "it failed");
            if (witness.error != null) {
              broken.initCause(witness.error);
            }
            throw broken;
          }
          if (results.size() != 1) {
            throw broken(event, from, "it gave " + results.size() + " results");
          }
          StateMachineEventResult.ResultType result = results.get(0).getResultType();
          if (result != StateMachineEventResult.ResultType.ACCEPTED) {
            throw broken(event, from, "it answered " + result + ", as if it had no such transition");
          }
          if (witness.transitions.size() != 1) {
            throw broken(event, from, "it took " + witness.transitions.size() + " transitions");
          }
        }

        private IllegalStateException broken(Event event, Location from, String what) {
          return new IllegalStateException(
              "The Spring state machine does not do what the specification demands of "
                  + event
                  + " in "
                  + from
                  + ": "
                  + what
                  + " ("
                  + outputs
                  + ")");
        }

        /**
         * Waits for what the machine does on this very thread. Reactor's own blocking is refused on
         * some of Reactor's threads, and a caller may well be on one.
         */
        private static <T> T await(Mono<T> work, String what) {
          CompletableFuture<T> future = work.toFuture();
          try {
            return future.isDone()
                ? future.join()
                : future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
          } catch (CompletionException failed) {
            throw new IllegalStateException(
                "The Spring state machine did not finish: " + what, failed.getCause());
          }
        }

        /** For example {@code SpringEngine[${location}]}. */
        @Override
        public String toString() {
          return "SpringEngine[" + machine.getState().getId() + "]";
        }

        /** Observes the step that the machine takes. */
        private static final class Witness extends StateMachineListenerAdapter<Location, Event> {

          final List<Transition<Location, Event>> transitions = new ArrayList<>();
          Exception error;

          void clear() {
            transitions.clear();
            error = null;
          }

          @Override
          public void transition(Transition<Location, Event> transition) {
            transitions.add(transition);
          }

          @Override
          public void stateMachineError(StateMachine<Location, Event> machine, Exception exception) {
            error = exception;
          }
        }
      }
      """;

  static final String RECORDED =
      """
      // ${header}
      package ${package};

      ${imports}
      import java.util.ArrayList;
      import java.util.List;
      import org.springframework.statemachine.action.Action;

      /** Records the actions that a running machine executes during one event. */
      final class RecordedActions implements StateMachineActions {

        private final List<Effect> effects = new ArrayList<>();
        ${notificationsField}
        ${codesField}
        private int refused;
        private int ignored;

        void clear() {
          effects.clear();
          ${notificationsClear}
          ${codesClear}
          refused = 0;
          ignored = 0;
        }

        @Override
        public Action<Location, Event> effect(Effect effect) {
          return context -> effects.add(effect);
        }

        ${tell}

        ${refuse}

        ${answer}

        @Override
        public Action<Location, Event> ignore() {
          return context -> ignored++;
        }

        /** Whether the actions that ran make sense together: at most one of a kind. */
        boolean isConsistent() {
          return refused + ignored <= 1${oneCode};
        }

        /** Whether the event was refused or ignored. */
        boolean isPassed() {
          return refused + ignored > 0;
        }

        private Outcome outcome() {
          ${outcome}
        }

        /** The step that the actions of a transition make. */
        Step step(Location from, Event event, Location to) {
          return new Step(${step});
        }

        /** What ran. */
        @Override
        public String toString() {
          return "effects " + effects${notificationsText}${codesText}
              + ", refused " + refused + " times, ignored " + ignored + " times";
        }
      }
      """;

  static final String TELL =
      """
      @Override
      public Action<Location, Event> tell(${type} notification) {
        return context -> notifications.add(notification);
      }
      """;

  static final String REFUSE_WITH =
      """
      @Override
      public Action<Location, Event> refuse(${type} code) {
        return context -> {
          refused++;
          codes.add(code);
        };
      }
      """;

  static final String REFUSE =
      """
      @Override
      public Action<Location, Event> refuse() {
        return context -> refused++;
      }
      """;

  static final String ANSWER =
      """
      @Override
      public Action<Location, Event> answer(${type} code) {
        return context -> codes.add(code);
      }
      """;

  private SpringEngineTemplates() {}
}
