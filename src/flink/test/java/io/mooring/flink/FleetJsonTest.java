package io.mooring.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The objects that other programs read. */
final class FleetJsonTest {
  @Test
  void aVerdictHasTheNamesOfItsComponents() throws Exception {
    Verdict verdict =
        new Verdict(
            "a\n\u00e9",
            Decision.REJECTED,
            "Rule",
            "REASON",
            "HERE -> there",
            "is \"wrong\"",
            "{}",
            "1.0",
            "eu",
            1,
            2,
            3,
            List.of("{\"n\":1}", "{}"));

    assertThat(FleetJson.of(verdict))
        .isEqualTo(
            "{\"session\":\"a\\n\u00e9\",\"decision\":\"rejected\",\"rule\":\"Rule\","
                + "\"reason\":\"REASON\",\"step\":\"HERE -> there\",\"message\":\"is \\\"wrong\\\"\",\"line\":\"{}\","
                + "\"version\":\"1.0\",\"region\":\"eu\",\"first\":1,\"last\":2,\"judged\":3,"
                + "\"lines\":[\"{\\\"n\\\":1}\",\"{}\"]}");
    assertThat(new ObjectMapper().readTree(FleetJson.of(verdict)).get("lines").get(0).textValue())
        .isEqualTo("{\"n\":1}");
  }

  @Test
  void whatIsEmptyIsLeftOut() {
    Verdict verdict =
        new Verdict(
            "a",
            Decision.UNDECIDED,
            "",
            "",
            "",
            "late",
            "",
            "",
            "",
            Callback.NONE,
            Callback.NONE,
            0,
            List.of());

    assertThat(FleetJson.of(verdict))
        .isEqualTo(
            "{\"session\":\"a\",\"decision\":\"undecided\",\"message\":\"late\",\"judged\":0}");
    assertThat(FleetJson.of(new Unjudged("", Callback.NONE, "is late", "x")))
        .isEqualTo("{\"why\":\"is late\",\"line\":\"x\"}");
    assertThat(FleetJson.of(new Unjudged("a", 5, "is late", "x")))
        .isEqualTo("{\"session\":\"a\",\"time\":5,\"why\":\"is late\",\"line\":\"x\"}");
    assertThat(FleetJson.of(new Tally(60_000, "", "", "", "1.0", "", 2, 0, 1)))
        .isEqualTo(
            "{\"window\":60000,\"version\":\"1.0\",\"accepted\":2,\"rejected\":0,\"undecided\":1}");
  }
}
