package io.mooring.flink.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.flink.job.files.TimeOfLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a line was. */
final class MemberTimeTest {
  private static final long TIME = 1_700_000_000_123L;

  private final MemberTime times = new MemberTime("time");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"time\":1700000000123}",
        "{\"time\":1700000000123,\"session\":\"a\"}",
        "{\"time\": 1700000000123 }",
        "{ \"session\":\"a\", \"time\":1700000000123.9}",
        "{\"other\":{\"time\":1},\"time\":1.700000000123e12}",
        "{\"timer\":5,\"time\":\"2023-11-14T22:13:20.123Z\"}",
      })
  void itIsReadAsTheReaderOfCallbacksReadsIt(String line) {
    assertThat(times.of(line)).isEqualTo(TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no",
        "[]",
        "{\"time\":",
        "{\"time\":null}",
        "{\"time\":\"noon\"}",
        "{\"t\":1}"
      })
  void aLineWithoutOneHasNone(String line) {
    assertThat(times.of(line)).isEqualTo(TimeOfLine.NONE);
  }

  @Test
  void timesBeforeAndAfterAllOthersAreTimes() {
    assertThat(times.of("{\"time\":0}")).isZero();
    assertThat(times.of("{\"time\":-5}")).isEqualTo(-5);
  }
}
