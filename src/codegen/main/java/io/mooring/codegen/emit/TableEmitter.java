package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.sink.Sink;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the transition table: one aligned row a line, in the order in which it is looked up. */
public final class TableEmitter implements Emitter {

  private static final String TABLE =
      """
      // ${header}
      package ${package};

      ${imports}

      import java.util.List;

      /**
       * The step of every event in every location of the {@code ${module}} specification.
       *
       * <p>All ${rows} steps are created when the class is loaded; a look-up is one array read.
       *
       * <p>A location can be stored as its <em>index</em>, the number of its first row. {@link #next}
       * continues from an index at the cost of one more array read, and {@link #step(int, Event)}
       * returns the step. Indexes are valid in this table only, and may change with its next version.
       */
      public final class Table {
        /**
         * Identifies this table: a digest of all its rows, and of nothing else. A location that is
         * stored together with it is valid only as long as the digest is the same.
         */
        public static final String FINGERPRINT = "${fingerprint}";

        ${declarations}

        private static final List<Step> STEPS = List.of(ROWS);

        /** The index of the location that each row leads to. */
        private static final int[] NEXT = new int[ROWS.length];

        static {
          for (int i = 0; i < ROWS.length; i++) {
            if (ROWS[i].from().row + ROWS[i].event().ordinal() != i) {
              throw new IllegalStateException("A row is in the wrong position: " + ROWS[i]);
            }
            NEXT[i] = ROWS[i].to().row;
          }
        }

        private Table() {}

        /**
         * {@return the step of an event in a location}
         *
         * @param from the location
         * @param event the event
         */
        public static Step step(Location from, Event event) {
          return ROWS[from.row + event.ordinal()];
        }

        /**
         * {@return the step of an event in the location of an index}
         *
         * @param index the index of a location
         * @param event the event
         */
        public static Step step(int index, Event event) {
          return ROWS[index + event.ordinal()];
        }

        /**
         * {@return the index of the location that an event leads to}
         *
         * @param index the index of a location; any other number gives a wrong result or an {@link
         *     ArrayIndexOutOfBoundsException}
         * @param event the position of the event, {@link Event#ordinal()}; any other number likewise
         */
        public static int next(int index, int event) {
          return NEXT[index + event];
        }

        /**
         * {@return the index of a location}
         *
         * @param location the location
         */
        public static int index(Location location) {
          return location.row;
        }

        /**
         * {@return the location of an index}
         *
         * @param index the index of a location
         */
        public static Location location(int index) {
          return ROWS[index].from();
        }

        /**
         * {@return a step that represents the initial state: it enters the initial location, with the
         * initial outputs of the specification}
         */
        public static Step initial() {
          return INITIAL;
        }

        /**
         * {@return the index in {@link #steps()} of the row of an event in a location}
         *
         * @param from the location
         * @param event the event
         */
        public static int index(Location from, Event event) {
          return from.row + event.ordinal();
        }

        /**
         * {@return the index in {@link #steps()} of the row of an event in the location of an index}
         *
         * @param index the index of a location
         * @param event the event
         */
        public static int index(int index, Event event) {
          return index + event.ordinal();
        }

        /** {@return every step, by location, then by event} */
        public static List<Step> steps() {
          return STEPS;
        }

        ${makers}
      }
      """;

  private static final String DECLARATIONS =
      """
      private static final Step INITIAL =
          ${initial};

      private static final Step[] ROWS = {
        ${table}
      };
      """;

  private static final String MAKERS =
      """
      private static Step row(
          ${parameters}) {
        return new Step(${names});
      }

      ${told}

      private static List<Effect> run(Effect... effects) {
        return List.of(effects);
      }
      """;

  private static final String TELL =
      """
      private static List<${type}> tell(${type}... notifications) {
        return List.of(notifications);
      }
      """;

  private static final String TELL_ONE =
      """

      private static List<${type}> tell(${parameters}) {
        return List.of(new ${type}(${names}));
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    Rows rows = new Rows(model);
    boolean large = LargeTable.isNeeded(model);
    String text =
        Template.of(TABLE)
            .with("header", target.header())
            .with("package", target.javaPackage())
            .with("module", model.module())
            .with("rows", Integer.toString(model.steps().size()))
            .with("imports", large ? List.of() : rows.imports(target))
            .with("declarations", large ? LargeTableText.declarations(model) : code(model, rows))
            .with("fingerprint", rows.fingerprint())
            .with("makers", large ? LargeTableText.makers(model) : makers(model))
            .text();
    sink.put(target.javaFile("Table"), text.replace("\n\n\n", "\n\n"));
  }

  /** A digest of what the rows of a table say, but not of where in the specification they stand. */
  public static String fingerprint(Model model) {
    return new Rows(model).fingerprint();
  }

  /** The rows as code, each on a line. */
  private static String code(Model model, Rows rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(rows.head());
    model.steps().forEach(step -> cells.add(rows.cells(step)));
    List<String> lines = new ArrayList<>(Columns.align(cells));
    int last = lines.size() - 1;
    lines.set(last, lines.get(last).replaceAll(",$", ""));
    for (int i = model.locations().size() - 1; i > 0; i--) {
      lines.add(1 + i * model.events().size(), "");
    }
    return Template.of(DECLARATIONS)
        .with("initial", String.join(" ", rows.cells(model.initial())).replaceAll(",$", ""))
        .with("table", lines)
        .text();
  }

  private static String makers(Model model) {
    ModelLookup names = new ModelLookup(model);
    return Template.of(MAKERS)
        .with("parameters", String.join(",\n", parameters(names)))
        .with(
            "names",
            parameters(names).stream()
                .map(each -> each.substring(each.lastIndexOf(' ') + 1))
                .collect(Collectors.joining(", ")))
        .with("told", names.notifications().map(type -> told(model, type)).orElse(""))
        .text();
  }

  private static String told(Model model, RecordType type) {
    boolean one = model.steps().stream().anyMatch(step -> step.notifications().size() == 1);
    return Template.of(one ? TELL + TELL_ONE : TELL)
        .with("type", type.name())
        .with(
            "parameters",
            type.fields().stream()
                .map(field -> JavaTypes.name(field.type()) + " " + field.name())
                .collect(Collectors.joining(", ")))
        .with(
            "names",
            type.fields().stream().map(RecordType.Field::name).collect(Collectors.joining(", ")))
        .text();
  }

  private static List<String> parameters(ModelLookup names) {
    List<String> parameters =
        new ArrayList<>(List.of("Location from", "Event event", "Outcome outcome", "Location to"));
    names.codes().ifPresent(type -> parameters.add(type + " code"));
    names
        .notifications()
        .ifPresent(type -> parameters.add("List<" + type.name() + "> notifications"));
    parameters.add("List<Effect> effects");
    parameters.add("String source");
    return parameters;
  }

  /** The cells of the rows, with constants named as briefly as one can without mistaking them. */
  private static final class Rows {
    private final Model model;
    private final ModelLookup names;
    private final ShortNames brief;

    Rows(Model model) {
      this.model = model;
      this.names = new ModelLookup(model);
      this.brief = new ShortNames(model, Set.of("FINGERPRINT", "INITIAL", "NEXT", "ROWS", "STEPS"));
    }

    List<String> imports(Target target) {
      Set<String> types = new TreeSet<>(Set.of("Location", "Event", "Outcome", "Effect"));
      names.codes().ifPresent(types::add);
      return brief.imports(target.javaPackage(), types);
    }

    List<String> head() {
      List<String> head = new ArrayList<>(List.of("//  from", "event", "outcome", "to"));
      names.codes().ifPresent(type -> head.add("code"));
      names.notifications().ifPresent(type -> head.add("notifications"));
      head.add("effects");
      head.add("source");
      return head;
    }

    List<String> cells(Step step) {
      List<String> cells = new ArrayList<>();
      cells.add(
          "row(" + brief.constant("Location", model.locations().get(step.from()).name()) + ",");
      cells.add(brief.constant("Event", model.events().get(step.event()).name()) + ",");
      cells.add(brief.constant("Outcome", names.outcome(step.outcome())) + ",");
      cells.add(brief.constant("Location", model.locations().get(step.to()).name()) + ",");
      names
          .codes()
          .ifPresent(
              type -> cells.add(brief.constant(type, Objects.requireNonNull(step.code())) + ","));
      names
          .notifications()
          .ifPresent(type -> cells.add("tell(" + notifications(type, step) + "),"));
      cells.add(
          step.effects().stream()
              .map(effect -> brief.constant("Effect", effect))
              .collect(Collectors.joining(", ", "run(", "),")));
      cells.add(JavaTypes.string(step.line().toString()) + "),");
      return cells;
    }

    /** A digest of what the rows say, but not of where in the specification they stand. */
    String fingerprint() {
      StringBuilder text = new StringBuilder();
      for (Step step : model.steps()) {
        List<String> said = cells(step);
        text.append(String.join(" ", said.subList(0, said.size() - 1))).append('\n');
      }
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256")
                .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("Every Java platform has SHA-256", impossible);
      }
    }

    private String notifications(RecordType type, Step step) {
      if (step.notifications().size() == 1) {
        return fields(type, step.notifications().get(0));
      }
      return step.notifications().stream()
          .map(each -> "new " + type.name() + "(" + fields(type, each) + ")")
          .collect(Collectors.joining(", "));
    }

    private String fields(RecordType type, Map<String, String> values) {
      return type.fields().stream()
          .map(
              field ->
                  JavaTypes.fieldLiteral(
                      field.type(), Objects.requireNonNull(values.get(field.name()))))
          .collect(Collectors.joining(", "));
    }
  }
}
