package io.mooring.codegen.emit;

/** The texts of the Spring Statemachine configuration, with places for what the model says. */
final class SpringTemplates {

  static final String PACKAGE =
      """
      // ${header}
      /**
       * The specification {@code ${module}} as a declared Spring Statemachine.
       *
       * <p>Start with {@link ${package}.${first}}.
       */
      package ${package};
      """;

  static final String ACTIONS =
      """
      // ${header}
      package ${package};

      ${imports}
      import org.springframework.statemachine.action.Action;

      /**
       * The actions of the transitions of {@link StateMachineConfiguration}.
       *
       * <p>Each method is called once for each transition with such an action, when the machine is configured.
       */
      public interface StateMachineActions {

        /**
         * {@return the action that carries out an effect}
         *
         * @param effect the effect
         */
        Action<Location, Event> effect(Effect effect);

        ${tell}

        ${refuse}

        ${answer}

        /** {@return the action of an event that is ignored} */
        Action<Location, Event> ignore();
      }
      """;

  static final String TELL =
      """
      /**
       * {@return the action that delivers a notification}
       *
       * @param notification the notification
       */
      Action<Location, Event> tell(${type} notification);
      """;

  static final String REFUSE_WITH =
      """
      /**
       * {@return the action that refuses a command}
       *
       * @param code the code that the command returns to its caller
       */
      Action<Location, Event> refuse(${type} code);
      """;

  static final String ANSWER =
      """
      /**
       * {@return the action that answers an event that is not refused}
       *
       * @param code the code that is returned to the caller
       */
      Action<Location, Event> answer(${type} code);
      """;

  static final String REFUSE =
      """
      /** {@return the action that refuses a command} */
      Action<Location, Event> refuse();
      """;

  static final String CONFIGURATION =
      """
      // ${header}
      package ${package};

      ${statics}

      ${imports}
      import java.util.EnumSet;
      import org.springframework.statemachine.config.EnumStateMachineConfigurerAdapter;
      import org.springframework.statemachine.config.builders.StateMachineStateConfigurer;
      import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;

      /**
       * The ${module} specification as a Spring Statemachine: its states are the locations, and each of the
       * ${rows} rows of the table is one declared transition.
       *
       * <p>A row that stays in its location is an internal transition. Every effect, notification and refusal
       * is an action of the transition, in the order of the specification: effects first.
       */
      public class StateMachineConfiguration
          extends EnumStateMachineConfigurerAdapter<Location, Event> {

        private final StateMachineActions actions;

        /**
         * Configures a machine that acts through these actions.
         *
         * @param actions what the transitions do
         */
        public StateMachineConfiguration(StateMachineActions actions) {
          this.actions = actions;
        }

        @Override
        public void configure(StateMachineStateConfigurer<Location, Event> states) throws Exception {
          states.withStates().initial(${initial}).states(EnumSet.allOf(Location.class));
        }

        @Override
        public void configure(StateMachineTransitionConfigurer<Location, Event> transitions)
            throws Exception {
          ${calls}
        }

        ${methods}
      }
      """;

  static final String LOCATION =
      """
      private void ${name}(StateMachineTransitionConfigurer<Location, Event> transitions)
          throws Exception {
        ${rows}
      }
      """;

  private SpringTemplates() {}
}
