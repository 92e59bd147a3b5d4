package io.mooring.checker.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.tlc.ValueNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is true of every behaviour, however it is shown. */
class TraceProperties {

  @Provide
  Arbitrary<TlaValue> values() {
    return TlaValues.values();
  }

  @Provide
  Arbitrary<TlaState> states() {
    return TlaValues.states();
  }

  @Provide
  Arbitrary<Trace> traces() {
    return TlaValues.traces();
  }

  /** Texts like those of values: words of any length, and what is around them. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "bc", ",", ", ", " ", "<<", ">>", "|->", "\"", "\u4e2d", "\ud83d\ude00")
        .list()
        .ofMaxSize(400)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 300)
  void aTraceIsReadBackAsItWasWritten(@ForAll("traces") Trace trace) throws IOException {
    StoredTrace stored = new StoredTrace(trace, "title", "why", "../Spec.tla", "../Spec.cfg");
    String text = ItfWriter.text(stored);

    StoredTrace read =
        ItfTrace.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

    assertThat(read).isEqualTo(stored);
  }

  @Property
  void theChangesOfAVariableMakeTheOldValueTheNewOne(
      @ForAll("values") TlaValue before, @ForAll("values") TlaValue after) {
    List<Change> changes = Difference.of("x", ValueNames.NONE).between(before, after);

    assertThat(AppliedChanges.to(before, changes)).isEqualTo(after);
    assertThat(changes.isEmpty()).isEqualTo(before.equals(after));
  }

  @Property
  void theChangesOfASequenceMakeTheOldOneTheNewOne(
      @ForAll("sequences") List<Integer> before, @ForAll("sequences") List<Integer> after) {
    TlaValue old = sequence(before);
    TlaValue value = sequence(after);

    for (List<Change> changes :
        new SequenceDifference(
                Difference.of("x", ValueNames.NONE),
                ((TlaValue.Seq) old).elements(),
                ((TlaValue.Seq) value).elements())
            .candidates()) {
      assertThat(AppliedChanges.to(old, changes)).isEqualTo(value);
    }
  }

  @Provide
  Arbitrary<List<Integer>> sequences() {
    return Arbitraries.integers().between(1, 3).list().ofMaxSize(8);
  }

  private static TlaValue sequence(List<Integer> elements) {
    return new TlaValue.Seq(elements.stream().<TlaValue>map(TlaValue.Int::new).toList());
  }

  @Property(tries = 300)
  void theChangesOfAStateAreComplete(
      @ForAll("states") TlaState before, @ForAll("states") TlaState after) {
    Trace trace =
        new Trace(
            List.of(new Trace.Step("Init", null, before), new Trace.Step("A", null, after)),
            java.util.OptionalInt.empty(),
            Map.of());
    TreeMap<String, TlaValue> values = new TreeMap<>(before.values());

    for (TraceText.VariableChanges each : TraceText.differences(trace, before, after)) {
      TlaValue old = values.remove(each.variable());
      if (each.changes().get(0).kind() != Change.Kind.NO_VALUE) {
        values.put(each.variable(), AppliedChanges.to(old, each.changes()));
      }
    }

    assertThat(new TlaState(values)).isEqualTo(after);
  }

  @Property(tries = 300)
  void wrappingLosesNothingButTheSpacesAtWhichItBreaks(
      @ForAll("texts") String text, @ForAll @IntRange(min = 40, max = 120) int width) {
    List<String> lines = WrappedText.lines(text, "       ", width);

    int at = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int indent = i == 0 ? 7 : 11;
      assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width);
      assertThat(line).startsWith(" ".repeat(indent));
      String content = line.substring(indent);
      assertThat(text.startsWith(content, at)).as("line %s of %s", i, text).isTrue();
      at += content.length();
      if (i < lines.size() - 1 && text.charAt(at) == ' ') {
        at++;
      }
    }
    assertThat(at).isEqualTo(text.length());
  }

  @Property(tries = 300)
  void noLineIsWiderThanTheView(
      @ForAll("traces") Trace trace,
      @ForAll @IntRange(min = 40, max = 100) int width,
      @ForAll @IntRange(min = 1, max = 20) int steps) {
    TraceView view = TraceView.USUAL.withWidth(width).withSteps(steps).of("Spec.itf.json");

    assertThat(TraceText.lines(trace, view))
        .allMatch(line -> line.codePointCount(0, line.length()) <= width)
        .noneMatch(line -> line.contains("\n"));
  }

  @Property(tries = 300)
  void ofALongBehaviourTheStepsThatAreShownAndLeftOutAreAll(
      @ForAll("traces") Trace trace, @ForAll @IntRange(min = 1, max = 20) int most) {
    List<StepText> steps = TraceText.steps(trace, TraceView.USUAL.withSteps(most));

    int next = 1;
    for (StepText step : steps) {
      assertThat(step.number()).isEqualTo(next + step.leftOut());
      next = step.number() + 1;
    }
    assertThat(next).isEqualTo(trace.steps().size() + 1);
    trace.loopTo().ifPresent(loop -> assertThat(steps).anyMatch(step -> step.number() == loop + 1));
  }

  @Property(tries = 200)
  void aDiagramIsOneThatAViewerOpens(@ForAll("traces") Trace trace) {
    String text = MermaidTrace.text("why; # %%", trace, TraceView.USUAL);

    assertThat(text.length()).isLessThanOrEqualTo(MermaidTrace.MOST_CHARACTERS);
    assertThat(text.lines().skip(1))
        .allMatch(
            line ->
                line.matches(
                    "    (title .+|participant [WS] as \\w+|loop for ever|end"
                        + "|W->>S: [^;<>\"%$]([^;<>\"%$]|;(?=.))*|Note over S: .+)"));
  }
}
