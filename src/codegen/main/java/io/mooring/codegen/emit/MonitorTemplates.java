package io.mooring.codegen.emit;

/** The texts of a monitor and of why it refuses, with places for what the model says. */
final class MonitorTemplates {

  static final String MONITOR =
      """
      // ${header}
      package ${package};

      import java.util.ArrayDeque;
      import java.util.ArrayList;
      import java.util.Arrays;
      import java.util.Collections;
      import java.util.Deque;
      import java.util.EnumSet;
      import java.util.List;
      import java.util.Set;
      import java.util.SortedSet;
      import java.util.TreeSet;

      /**
       * Checks what any implementation of a ${words} did against the specification {@code ${module}}.
       *
       * <p>It receives what was seen of each step of the implementation, in order, and returns for each
       * whether the specification allows it after those before:
       *
       * <pre>{@code
       * ${monitor} monitor = ${monitor}.ofInitial();
       * Verdict verdict = monitor.observe(Observation.${example});
       * if (!verdict.isAllowed()) {
       *   log.warn(verdict.explanation());
       * }
       * }</pre>
       *
       * <p>What observations do not show is kept as the set of all {@linkplain Location locations} in
       * which the implementation may be. Events that happen without an observation must be declared:
       * any number of them may happen before and after each observation.
       *
       * <p>A forbidden observation gives a verdict like any other, and the monitor continues from it. No
       * verdict depends on more than that set and the observation: a monitor keeps no history.
       *
       * <p>Safe for use by several threads; it takes observations in the order of the calls, and calls
       * nothing but the predicates of observations, under a lock. What such a predicate throws is thrown
       * by the call, and changes nothing.
       */
      public final class ${monitor} {

        private final Set<Event> unseen;
        private SortedSet<Location> possible;

        private ${monitor}(Set<Location> possible, Event... unseen) {
          this.unseen = EnumSet.noneOf(Event.class);
          Collections.addAll(this.unseen, unseen);
          this.possible = closed(possible);
        }

        /**
         * Begins with an implementation in the initial location.
         *
         * @param unseen the events that may happen without an observation
         * @return a new monitor
         */
        public static ${monitor} ofInitial(Event... unseen) {
          return of(Set.of(Table.initial().to()), unseen);
        }

        /**
         * Begins with an implementation that may be in any of some locations.
         *
         * @param possible where it may be, at least one
         * @param unseen the events that may happen without an observation
         * @return a new monitor
         * @throws IllegalArgumentException when there is no location
         */
        public static ${monitor} of(Set<Location> possible, Event... unseen) {
          if (possible.isEmpty()) {
            throw new IllegalArgumentException("The implementation must be in some location");
          }
          return new ${monitor}(possible, unseen);
        }

        /**
         * Begins in the middle, with an implementation that may be in any location.
         *
         * @param unseen the events that may happen without an observation
         * @return a new monitor
         */
        public static ${monitor} ofUnknown(Event... unseen) {
          return of(new TreeSet<>(Arrays.asList(Location.values())), unseen);
        }

        /**
         * A step of the implementation was seen.
         *
         * @param observation what was seen of it
         * @return what the specification says of it
         */
        public synchronized Verdict observe(Observation observation) {
          List<Step> causes = new ArrayList<>();
          Set<Location> after = new TreeSet<>();
          for (Location location : possible) {
            for (Event event : observation.events()) {
              Step step = Table.step(location, event);
              if (observation.matches(step)) {
                causes.add(step);
                after.add(step.to());
              }
            }
          }
          if (!causes.isEmpty()) {
            possible = closed(after);
            return new Verdict.Allowed(observation, causes);
          }
          Refusal refusal = new Refusal(possible, observation);
          Verdict verdict = refusal.verdict();
          possible = closed(refusal.after());
          return verdict;
        }

        /** {@return the locations in which the implementation can be after the observations so far} */
        public synchronized Set<Location> possible() {
          return Collections.unmodifiableSortedSet(new TreeSet<>(possible));
        }

        /** Some locations, and those that unseen events lead to. */
        private SortedSet<Location> closed(Set<Location> some) {
          SortedSet<Location> all = new TreeSet<>(some);
          Deque<Location> ahead = new ArrayDeque<>(all);
          while (!ahead.isEmpty() && !unseen.isEmpty()) {
            Location location = ahead.remove();
            for (Event event : unseen) {
              Location to = Table.step(location, event).to();
              if (all.add(to)) {
                ahead.add(to);
              }
            }
          }
          return all;
        }

        /** For example {@code ${monitor}[${location}]}. */
        @Override
        public String toString() {
          return "${monitor}" + possible();
        }
      }
      """;

  static final String REFUSAL =
      """
      // ${header}
      package ${package};

      import java.util.ArrayDeque;
      import java.util.ArrayList;
      import java.util.Arrays;
      import java.util.Deque;
      import java.util.LinkedHashSet;
      import java.util.List;
      import java.util.Map;
      import java.util.Set;
      import java.util.TreeMap;
      import java.util.TreeSet;

      /** Why an observation is not allowed: which rules it violates, and which steps are missing. */
      final class Refusal {

        /** In so many ways the rules are checked; more would take too long. */
        private static final long MOST = 100_000;

        private final Set<Location> from;
        private final Observation observation;

        /** The steps that agree with the observation, from any location. */
        private final List<Step> alike = new ArrayList<>();

        Refusal(Set<Location> from, Observation observation) {
          this.from = from;
          this.observation = observation;
          for (Step step : Table.steps()) {
            if (observation.matches(step)) {
              alike.add(step);
            }
          }
        }

        Verdict verdict() {
          List<Step> possible = new ArrayList<>();
          for (Location location : from) {
            for (Event event : observation.events()) {
              possible.add(Table.step(location, event));
            }
          }
          return new Verdict.Forbidden(observation, from, possible, broken(), missing());
        }

        /** Where the implementation may be afterwards, wherever it was: at least one location. */
        Set<Location> after() {
          Set<Location> after = new TreeSet<>();
          alike.forEach(step -> after.add(step.to()));
          if (after.isEmpty()) {
            after.addAll(seen());
          }
          if (after.isEmpty()) {
            after.addAll(Arrays.asList(Location.values()));
          }
          return after;
        }

        private List<Location> seen() {
          List<Location> seen = new ArrayList<>();
          for (Location each : Location.values()) {
            if (observation.isIn(each)) {
              seen.add(each);
            }
          }
          return seen;
        }

        /**
         * The rules that are violated whichever step it was: one that is alike elsewhere, or if there is
         * none, any step of the event with what was seen.
         */
        private List<Rule> broken() {
          Set<Step> steps = new LinkedHashSet<>();
          Location any = Table.initial().to();
          for (Step step : alike.isEmpty() ? Table.steps() : alike) {
            if (observation.events().contains(step.event())) {
              steps.add(observation.step(any, step, alike.isEmpty() ? any : step.to()));
            }
          }
          List<Location> ends = alike.isEmpty() ? seen() : List.of(any);
          if (ends.isEmpty() || (long) from.size() * steps.size() * ends.size() > MOST) {
            return List.of();
          }
          Map<Location, List<Step>> entries = entries();
          List<Rule> broken = new ArrayList<>(Arrays.asList(Rule.values()));
          for (Location location : from) {
            for (Step step : steps) {
              Step before = before(entries, location, step.event());
              for (Location end : ends) {
                Location to = alike.isEmpty() ? end : step.to();
                Step after = observation.step(location, step, to);
                broken.removeIf(rule -> !isViolated(rule, before, after));
              }
            }
          }
          return broken;
        }

        /** Not every property is defined for a step that is not reachable. */
        private static boolean isViolated(Rule rule, Step before, Step after) {
          try {
            return !rule.holds(before, after);
          } catch (RuntimeException undefined) {
            return false;
          }
        }

        /**
         * Into each location two steps with different events, if there are: rules of two steps read
         * where the first one ended, and it must not be the same state as the second one.
         */
        private static Map<Location, List<Step>> entries() {
          Map<Location, List<Step>> entries = new TreeMap<>();
          for (Step step : Table.steps()) {
            List<Step> into = entries.computeIfAbsent(step.to(), none -> new ArrayList<>());
            if (into.isEmpty() || (into.size() == 1 && into.get(0).event() != step.event())) {
              into.add(step);
            }
          }
          return entries;
        }

        private static Step before(
            Map<Location, List<Step>> entries, Location location, Event second) {
          List<Step> into = entries.get(location);
          if (into == null) {
            return Table.initial();
          }
          return into.get(0).event() != second || into.size() == 1 ? into.get(0) : into.get(1);
        }

        private List<Step> missing() {
          Map<Location, Step> reached = new TreeMap<>();
          Deque<Location> ahead = new ArrayDeque<>(alike.isEmpty() ? Set.of() : from);
          while (!ahead.isEmpty()) {
            Location location = ahead.remove();
            for (Event event : Event.values()) {
              Step step = Table.step(location, event);
              if (observation.matches(step)) {
                return path(reached, location);
              }
              if (!from.contains(step.to()) && reached.putIfAbsent(step.to(), step) == null) {
                ahead.add(step.to());
              }
            }
          }
          return List.of();
        }

        private List<Step> path(Map<Location, Step> reached, Location to) {
          Deque<Step> path = new ArrayDeque<>();
          for (Location at = to; !from.contains(at); at = path.getFirst().from()) {
            path.addFirst(reached.get(at));
          }
          return new ArrayList<>(path);
        }
      }
      """;

  private MonitorTemplates() {}
}
