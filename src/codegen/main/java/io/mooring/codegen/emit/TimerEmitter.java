package io.mooring.codegen.emit;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Enumeration;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Timing;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the enum of timers: what arms, cancels and bounds each of them, and what it tells. */
final class TimerEmitter implements Emitter {

  /** The enumeration of this enum. */
  static final String TIMER = "Timer";

  private static final String ENUM =
      """
      // ${header}
      package ${package};

      ${imports}

      ${doc}
      public enum Timer {
        ${constants}

        private static final Timer[] VALUES = values();

        private final String value;
        private final Effect arm;
        private final Effect cancel;
        private final Event fact;
        private final boolean onlyTeller;
        ${fields}

        Timer(
            String value,
            Effect arm,
            Effect cancel,
            Event fact,
            boolean onlyTeller${parameters}) {
          this.value = value;
          this.arm = arm;
          this.cancel = cancel;
          this.fact = fact;
          this.onlyTeller = onlyTeller;
          ${assignments}
        }

        /** {@return the string of this timer in the specification} */
        public String value() {
          return value;
        }

        /** {@return the effect that arms it, with its full duration} */
        public Effect arm() {
          return arm;
        }

        /** {@return the effect that cancels it, if it runs} */
        public Effect cancel() {
          return cancel;
        }

        ${ends}

        /**
         * {@return the timer that is the only source of a fact, or empty if there is none}
         *
         * @param fact any event
         */
        public static Optional<Timer> onlyTeller(Event fact) {
          for (Timer timer : VALUES) {
            if (timer.onlyTeller && timer.fact == fact) {
              return Optional.of(timer);
            }
          }
          return Optional.empty();
        }

        /**
         * {@return the timer that an effect arms, or empty if it arms none}
         *
         * @param effect any effect
         */
        public static Optional<Timer> armedBy(Effect effect) {
          for (Timer timer : VALUES) {
            if (timer.arm == effect) {
              return Optional.of(timer);
            }
          }
          return Optional.empty();
        }

        /**
         * {@return the timer that an effect cancels, or empty if it cancels none}
         *
         * @param effect any effect
         */
        public static Optional<Timer> cancelledBy(Effect effect) {
          for (Timer timer : VALUES) {
            if (timer.cancel == effect) {
              return Optional.of(timer);
            }
          }
          return Optional.empty();
        }
      }
      """;

  private static final String FACT =
      """
      /** {@return the fact that it reports when it expires} */
      public Event fact() {
        return fact;
      }
      """;

  private static final String BOUNDS =
      """
      /** {@return the shortest time that it may run} */
      public Duration shortest() {
        return shortest;
      }

      /** {@return the longest time that it may run} */
      public Duration longest() {
        return longest;
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    if (model.timers().isEmpty()) {
      return;
    }
    Enumeration enumeration = model.enumeration(TIMER);
    boolean timed = model.timing() != null;
    String text =
        Template.of(ENUM)
            .with("header", target.header())
            .with("package", target.javaPackage())
            .with(
                "imports",
                timed
                    ? List.of("import java.time.Duration;", "import java.util.Optional;")
                    : List.of("import java.util.Optional;"))
            .with("doc", EnumEmitter.doc(enumeration))
            .with("constants", constants(model, enumeration))
            .with(
                "fields",
                timed ? "private final Duration shortest;\nprivate final Duration longest;" : "")
            .with("parameters", timed ? ",\nDuration shortest,\nDuration longest" : "")
            .with("assignments", timed ? "this.shortest = shortest;\nthis.longest = longest;" : "")
            .with("ends", timed ? FACT + "\n" + BOUNDS : FACT)
            .text();
    sink.put(target.javaFile(TIMER), text);
  }

  private static List<String> constants(Model model, Enumeration enumeration) {
    Timing timing = model.timing();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < model.timers().size(); i++) {
      Timer timer = model.timers().get(i);
      Constant constant = enumeration.constant(timer.constant()).orElseThrow();
      lines.add(
          Javadoc.comment(
              Javadoc.paragraphs(constant.doc(), "The timer {@code " + constant.value() + "}."),
              List.of()));
      List<Layout> arguments = new ArrayList<>();
      arguments.add(Layout.text(String.valueOf(constant.value())));
      arguments.add(Layout.text("Effect." + timer.arm()));
      arguments.add(Layout.text("Effect." + timer.cancel()));
      arguments.add(Layout.text("Event." + timer.fact()));
      arguments.add(Layout.text(String.valueOf(timer.onlyTeller())));
      Optional.ofNullable(timing)
          .flatMap(each -> each.boundsOf(timer.constant()))
          .ifPresent(
              bounds -> {
                arguments.add(Layout.text("Duration.ofSeconds(" + bounds.atLeast() + ")"));
                arguments.add(Layout.text("Duration.ofSeconds(" + bounds.atMost() + ")"));
              });
      String end = i + 1 < model.timers().size() ? ")," : ");";
      lines.add(Layout.arguments(timer.constant() + "(", arguments, end).render(96, 2, 0));
    }
    return lines;
  }
}
