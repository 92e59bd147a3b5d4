package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationsTest {

  private final Durations durations = new Durations();

  @ParameterizedTest
  @CsvSource({
    "30s,PT30S",
    "10m,PT10M",
    "2h,PT2H",
    "1h30m,PT1H30M",
    "90m,PT1H30M",
    "2H,PT2H",
    "1h0m5s,PT1H5S"
  })
  void aDurationIsReadAsPeopleWriteIt(String text, Duration expected) {
    assertThat(durations.convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10",
        "ten",
        "10 m",
        "5m2h",
        "1.5h",
        "-3s",
        "",
        " ",
        "99999999999999999999s",
        "10min"
      })
  void anythingElseIsRefusedWithTheForms(String text) {
    assertThatThrownBy(() -> durations.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + text + "' is not a duration; write it as 30s, 10m, 2h or 1h30m");
  }

  @Test
  void noTimeAtAllIsRefused() {
    assertThatThrownBy(() -> durations.convert("0s")).hasMessageContaining("no time at all");
  }

  @ParameterizedTest
  @CsvSource({"PT0.84S,0.8 s", "PT99.9S,99.9 s", "PT100S,1 min 40 s", "PT2H3M,2 h 3 min"})
  void aMeasuredTimeIsShownInTheUnitThatSuitsIt(Duration time, String expected) {
    assertThat(Durations.show(time)).isEqualTo(expected);
  }
}
