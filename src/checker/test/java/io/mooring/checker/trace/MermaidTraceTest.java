package io.mooring.checker.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Diagrams that a viewer opens. */
class MermaidTraceTest {

  /** A behaviour of which every step changes much, in characters that Mermaid needs escaped. */
  private static Trace trace(int steps, OptionalInt loop) {
    List<Trace.Step> all = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      TreeMap<String, TlaValue> values = new TreeMap<>();
      for (int j = 0; j < 30; j++) {
        values.put("v" + j, new TlaValue.Str("\"; # <%> ".repeat(80) + i));
      }
      all.add(new Trace.Step("Do(" + "\"x\", ".repeat(100) + i + ")", null, new TlaState(values)));
    }
    return new Trace(all, loop, Map.of());
  }

  @Test
  void aLongAndWideBehaviourStaysWithinWhatViewersAccept() {
    String text =
        MermaidTrace.text("why", trace(800, OptionalInt.of(400)), TraceView.USUAL.of("a.itf.json"));

    assertThat(text).hasSizeLessThan(50_000);
    assertThat(text)
        .contains(" steps left out (", "#59; a.itf.json has all)", "... 100 more lines ...")
        .contains("Note over S: 401<br/>", "Note over S: 800<br/>", "loop for ever\n", "    end\n");
  }

  @Test
  void nothingIsLeftOutWhereThereIsRoom() {
    String text = MermaidTrace.text("why", trace(2, OptionalInt.empty()), TraceView.USUAL);

    assertThat(text)
        .contains("Note over S: 1<br/>", "Note over S: 2<br/>")
        .doesNotContain("left out (");
  }
}
