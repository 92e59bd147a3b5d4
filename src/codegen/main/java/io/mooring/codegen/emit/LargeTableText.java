package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Type;
import io.mooring.codegen.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Java that reads the locations and rows of a large table when their classes are loaded. */
final class LargeTableText {

  private static final String DECLARATIONS =
      """
      private static final Step[] ROWS = new Step[${rows}];
      private static final Step INITIAL = read();
      """;

  private static final String MAKERS =
      """
      /** The outputs of steps, of which there are fewer than rows. */
      private record Outputs(
          ${components}) {

        Step step(Location from, Event event, Location to) {
          return new Step(${names});
        }
      }

      private static Step read() {
        TableData data = TableData.rows();
        Location[] locations = Location.values();
        Event[] events = Event.values();
        Outputs[] outputs = new Outputs[data.next()];
        for (int i = 0; i < outputs.length; i++) {
          outputs[i] =
              new Outputs(
                  ${readings});
        }
        Location first = locations[data.next()];
        Event event = events[data.next()];
        Step initial = outputs[data.next()].step(first, event, first);
        for (int i = 0; i < ROWS.length; i++) {
          int from = i / events.length;
          Location to = locations[from + data.signed()];
          ROWS[i] = outputs[data.next()].step(locations[from], events[i % events.length], to);
        }
        return initial;
      }
      """;

  static final String LOCATION =
      """
      // ${header}
      package ${package};
      ${imports}

      /**
       * A location of a ${words}: a reachable valuation of all variables of the specification except
       * its outputs.
       *
       * <p>The step of an event depends only on the location. There are ${count} of them, too many for
       * an enum: they are data, and their names are in {@link #values()}.
       */
      public final class Location implements Comparable<Location> {
        private static final Location[] ALL = Reader.all();

        /** The index of the first row of this location in the table. */
        final int row;

        final String name;
        final int ordinal;

        ${fields}

        ${constructor} {
          this.name = name;
          this.ordinal = ordinal;
          this.row = ordinal * Event.COUNT;
          ${assignments}
        }

        /** Reads the locations. */
        private static final class Reader {
          static Location[] all() {
            List<String> names = TableData.names();
            TableData data = TableData.locations();
            Location[] all = new Location[names.size()];
            for (int i = 0; i < all.length; i++) {
              all[i] =
                  new Location(
                      ${readings});
            }
            return all;
          }
        }

        /** {@return every location, in the order of the table} */
        public static Location[] values() {
          return ALL.clone();
        }

        /**
         * {@return the location of a name}
         *
         * @param name the name of a location
         * @throws IllegalArgumentException if there is none
         */
        public static Location valueOf(String name) {
          for (Location each : ALL) {
            if (each.name.equals(name)) {
              return each;
            }
          }
          throw new IllegalArgumentException("No location " + name);
        }

        /** {@return the name of this location} */
        public String name() {
          return name;
        }

        /** {@return the position of this location in {@link #values()}} */
        public int ordinal() {
          return ordinal;
        }

        /** Compares positions. */
        @Override
        public int compareTo(Location other) {
          return Integer.compare(ordinal, other.ordinal);
        }

        /** The name of this location. */
        @Override
        public String toString() {
          return name;
        }

        ${accessors}
      }
      """;

  private LargeTableText() {}

  /** The rows of a table, and its initial step. */
  static String declarations(Model model) {
    return Template.of(DECLARATIONS).with("rows", Integer.toString(model.steps().size())).text();
  }

  /** The methods of a table that read its rows. */
  static String makers(Model model) {
    ModelLookup names = new ModelLookup(model);
    LargeTable table = new LargeTable(model);
    List<String> components = new ArrayList<>(List.of("Outcome outcome"));
    List<String> readings = new ArrayList<>(List.of("Outcome.values()[data.next()]"));
    names
        .codes()
        .ifPresent(
            type -> {
              components.add(type + " code");
              readings.add(type + ".values()[data.next()]");
            });
    names
        .notifications()
        .map(RecordType::name)
        .ifPresent(
            type -> {
              components.add("List<" + type + "> notifications");
              readings.add(table.reading(new Type.SeqOf(new Type.RecordOf(type))));
            });
    components.add("List<Effect> effects");
    readings.add(table.reading(new Type.SeqOf(new Type.EnumType("Effect"))));
    components.add("String source");
    readings.add("data.string()");
    String outputs =
        components.subList(1, components.size()).stream()
            .map(each -> each.substring(each.lastIndexOf(' ') + 1))
            .collect(Collectors.joining(", "));
    return Template.of(MAKERS)
        .with("components", String.join(", ", components))
        .with("names", "from, event, outcome, to, " + outputs)
        .with("readings", String.join(",\n", readings))
        .text();
  }

  /** What reads one location. */
  static String readings(Model model) {
    LargeTable table = new LargeTable(model);
    List<String> readings = new ArrayList<>(List.of("names.get(i)", "i"));
    for (Variable each : model.variables()) {
      readings.add(table.reading(each.type()));
    }
    if (!model.timers().isEmpty()) {
      readings.add(table.reading(new Type.SetOf(new Type.EnumType("Timer"))));
    }
    return String.join(",\n", readings);
  }
}
