package io.mooring.codegen.emit;

/** The texts of what a monitor receives and returns, with places for what the model says. */
final class ObservationTemplates {

  static final String OBSERVATION =
      """
      // ${header}
      package ${package};

      import static java.util.Objects.requireNonNull;

      ${imports}

      /**
       * What was seen of one step of an implementation: its event, or that it was one of some events,
       * and any of what a {@link Step} has. What is not set was not seen. Immutable, and thread-safe if
       * its predicate is.
       *
       * <p>Each method that sets something returns a new observation.
       */
      public final class Observation {

        private final Set<Event> events;

        // Null for what was not seen.
        ${fields}

        private Observation(
            ${parameters}) {
          ${assignments}
        }

        /** {@return an observation of a step of which not even the event was seen} */
        public static Observation ofAny() {
          return ofEvents(EnumSet.allOf(Event.class));
        }

        /**
         * {@return an observation of an event}
         *
         * @param event the event
         * @param others other events that it may have been instead
         */
        public static Observation of(Event event, Event... others) {
          return ofEvents(EnumSet.of(event, others));
        }

        private static Observation ofEvents(Set<Event> events) {
          return new Observation(events, ${nothing});
        }

        ${actions}

        ${setters}

        /**
         * The location after the step was seen, or some of its variables.
         *
         * @param seen holds for the locations that agree with what was seen; it only looks at the
         *     location
         * @return this observation, with that
         */
        public Observation location(Predicate<Location> seen) {
          requireNonNull(seen, "seen");
          return new Observation(events, ${all}, seen);
        }

        /** The events that it may have been. */
        Set<Event> events() {
          return events;
        }

        /** Whether a step of the table agrees with what was seen. */
        boolean matches(Step step) {
          return events.contains(step.event())
              ${comparisons}
              && isIn(step.to());
        }

        /** Whether a location agrees with what was seen. */
        boolean isIn(Location after) {
          return location == null || location.test(after);
        }

        /** A step between two locations with what was seen, and what was not seen from another step. */
        Step step(Location from, Step rest, Location to) {
          return new Step(
              from,
              rest.event(),
              ${overridden});
        }

        /** For example {@code ${text}}. */
        @Override
        public String toString() {
          StringBuilder text = new StringBuilder();
          text.append(events.size() == Event.COUNT ? "some event" : words(events, " or "));
          ${texts}
          if (location != null) {
            Set<Location> seen = new TreeSet<>();
            for (Location each : Location.values()) {
              if (location.test(each)) {
                seen.add(each);
              }
            }
            text.append(", in ").append(seen.isEmpty() ? "no location" : words(seen, " or "));
          }
          return text.toString();
        }

        ${find}

        /** The first few elements as words. */
        static String words(Collection<?> elements, String between) {
          StringBuilder text = new StringBuilder();
          int shown = 0;
          for (Object each : elements) {
            if (shown == 5 && elements.size() > 6) {
              return text + between + (elements.size() - shown) + " others";
            }
            text.append(shown == 0 ? "" : between).append(each);
            shown++;
          }
          return text.toString();
        }
      }
      """;

  static final String ACTION =
      """
      ${doc}
      public static Observation ${name}(${parameters}) {
        return of(${event});
      }
      """;

  static final String SETTER =
      """
      /**
       * ${what} seen.
       *
       * @param ${parameter} ${description}
       * @return this observation, with that
       */
      public Observation ${name}(${type} ${parameter}) {
        return new Observation(events, ${values}, location);
      }
      """;

  static final String VERDICT =
      """
      // ${header}
      package ${package};

      import static java.util.Objects.requireNonNull;

      import java.util.ArrayList;
      import java.util.Collections;
      import java.util.List;
      import java.util.Set;
      import java.util.TreeSet;

      /** Whether the specification allows what was seen of one step. Immutable. */
      public sealed interface Verdict {

        /** {@return what was seen} */
        Observation observation();

        /** {@return the verdict in words, on one line, for a log} */
        String explanation();

        /** {@return whether the specification allows it} */
        default boolean isAllowed() {
          return this instanceof Allowed;
        }

        /**
         * The specification allows what was seen.
         *
         * @param observation what was seen
         * @param causes the steps that it may have been, one for each location in which the
         *     implementation may have been and each event
         */
        record Allowed(Observation observation, List<Step> causes) implements Verdict {

          /** Keeps an unmodifiable list. */
          public Allowed {
            requireNonNull(observation, "observation");
            causes = List.copyOf(causes);
          }

          @Override
          public String explanation() {
            return observation + " is allowed: " + Observation.words(causes, " or ");
          }
        }

        /**
         * The specification does not allow what was seen. The monitor continues as if the missing steps
         * had happened before it.
         *
         * @param observation what was seen
         * @param from where the implementation could be before, in the order of the table
         * @param possible what the specification says of the event in these locations
         * @param rules the properties that are violated, whichever step it was; none are named if there
         *     are too many ways to be checked in a moment
         * @param missing the fewest steps after which it would have been allowed; empty also if it is
         *     allowed nowhere
         */
        record Forbidden(
            Observation observation,
            Set<Location> from,
            List<Step> possible,
            List<Rule> rules,
            List<Step> missing)
            implements Verdict {

          /** Keeps unmodifiable collections. */
          public Forbidden {
            requireNonNull(observation, "observation");
            from = Collections.unmodifiableSortedSet(new TreeSet<>(from));
            possible = List.copyOf(possible);
            rules = List.copyOf(rules);
            missing = List.copyOf(missing);
          }

          @Override
          public String explanation() {
            List<String> broken = new ArrayList<>();
            rules.forEach(rule -> broken.add(rule.property() + " (" + rule.source() + ")"));
            List<Event> before = new ArrayList<>();
            missing.forEach(step -> before.add(step.event()));
            return observation
                + " is not allowed after "
                + Observation.words(from, " or ")
                + (broken.isEmpty() ? "" : ", by " + String.join(", ", broken))
                + "; possible: "
                + Observation.words(possible, " or ")
                + "; "
                + (before.isEmpty()
                    ? "no step is like that"
                    : "missing before it: " + Observation.words(before, ", "));
          }
        }
      }
      """;

  private ObservationTemplates() {}
}
