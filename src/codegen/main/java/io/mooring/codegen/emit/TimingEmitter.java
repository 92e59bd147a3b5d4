package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Timing;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;

/** Makes a constant of each duration of the timing module. */
final class TimingEmitter implements Emitter {

  private static final String TIMING =
      """
      // ${header}
      package ${package};

      import java.time.Duration;

      ${doc}
      public final class Timing {
        ${constants}

        private Timing() {}
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    Timing timing = model.timing();
    if (timing == null) {
      return;
    }
    String text =
        Template.of(TIMING)
            .with("header", target.timingHeader())
            .with("package", target.javaPackage())
            .with(
                "doc",
                Javadoc.comment(
                    List.of(
                        "How long things take: the durations of {@code " + timing.module() + "}."),
                    List.of()))
            .with("constants", String.join("\n\n", constants(timing)))
            .text();
    sink.put(target.javaFile("Timing"), text);
  }

  private static List<String> constants(Timing timing) {
    List<String> constants = new ArrayList<>();
    for (Timing.NamedDuration each : timing.durations()) {
      List<String> paragraphs =
          new ArrayList<>(Javadoc.paragraphs(each.doc(), "How long it takes."));
      paragraphs.add("{@code " + each.line() + "}");
      constants.add(
          Javadoc.comment(paragraphs, List.of())
              + "\npublic static final Duration "
              + each.name()
              + " = Duration.ofSeconds("
              + each.seconds()
              + ");");
    }
    return constants;
  }
}
