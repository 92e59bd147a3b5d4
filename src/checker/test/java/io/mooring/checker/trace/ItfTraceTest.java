package io.mooring.checker.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.TlaValue.Int;
import io.mooring.checker.tlc.TlaValue.Str;
import io.mooring.checker.tlc.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Behaviours in the Informal Trace Format. */
class ItfTraceTest {

  private static final TraceOrigin ORIGIN =
      new TraceOrigin("why", "why", Path.of("Spec.tla"), Path.of("Spec.cfg"));

  private static List<TlaState> read(String text) throws IOException {
    return ItfTrace.states(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    TlaState state =
        new TlaState(
            new TreeMap<>(
                Map.of(
                    "number", new Int(-7),
                    "word", new Str("a \"b\""),
                    "truth", new TlaValue.Bool(true),
                    "empty", new TlaValue.Seq(List.of()),
                    "list", new TlaValue.Seq(List.of(new Int(1), new Str("x"))),
                    "set", new TlaValue.SetOf(List.of(new Int(2), new Int(1))),
                    "record", new TlaValue.Rec(new TreeMap<>(Map.of("f", new Int(3)))),
                    "function",
                        new TlaValue.Fun(List.of(Map.entry(new Int(5), new Str("five")))))));
    Trace.Step step = new Trace.Step("Init", null, state);
    Trace trace = new Trace(List.of(step, step), OptionalInt.of(1), Map.of());

    assertThat(read(ItfWriter.text(ORIGIN.stored(Path.of("Spec.itf.json"), trace))))
        .containsExactly(state, state);
  }

  /** A record with such a field is written as a map, in which its fields are strings. */
  @Test
  void aFieldThatIsNoNameOfTheFormatDoesNotBecomeAModelValue() throws IOException {
    TlaState state =
        new TlaState(
            new TreeMap<>(
                Map.of(
                    "record",
                        new TlaValue.Rec(
                            new TreeMap<>(Map.of("#set", new Int(0), "n1", new Int(1)))),
                    "model", new TlaValue.Model("n1"))));
    Trace trace =
        new Trace(List.of(new Trace.Step("Init", null, state)), OptionalInt.empty(), Map.of());

    assertThat(read(ItfWriter.text(ORIGIN.stored(Path.of("Spec.itf.json"), trace))))
        .containsExactly(state);
  }

  @Test
  void whatOthersWriteIsReadToo() throws IOException {
    TlaState state =
        read("{\"states\":[{\"#meta\":{},\"n\":4,\"t\":{\"#tup\":[1]},\"f\":1.5}]}").get(0);

    assertThat(state.values())
        .containsOnly(
            Map.entry("n", new Int(4)),
            Map.entry("t", new TlaValue.Seq(List.of(new Int(1)))),
            Map.entry("f", new Str("1.5")));
  }

  @Test
  void whatIsNoneIsRefused() {
    assertThatThrownBy(() -> read("{\"state\":1}")).hasMessage("has no states");
    assertThatThrownBy(() -> read("{\"states\":[{\"x\":{\"#new\":1}}]}"))
        .hasMessage("has a value that the format does not know: {\"#new\":1}");
    assertThatThrownBy(() -> read("{\"states\":")).isInstanceOf(IOException.class);
  }
}
