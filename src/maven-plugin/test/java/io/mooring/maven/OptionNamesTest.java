package io.mooring.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of the checker name options of the command line, which a POM does not have. */
final class OptionNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write one, or name one with --config|write one, or name one with <config>",
        "--module Inner changes that.|<modules> Inner changes that.",
        "--limit-states 0 allows nothing|<limitStates> 0 allows nothing",
        "without --sample, --only and --matching|without <sample>, <only> and <matching>",
        "(--library adds it)|(<libraries> adds it)"
      })
  void anOptionBecomesAParameter(String text, String expected) {
    assertThat(OptionNames.inMaven(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Queue.tla:3: found -- after ==",
        "---- MODULE Queue ----",
        "LOCKED --Open--> LOCKED",
        "a--b",
        "i --; j"
      })
  void whatIsNoOptionStays(String text) {
    assertThat(OptionNames.inMaven(text)).isEqualTo(text);
  }

  @Test
  void aDollarInATextIsNoReference() {
    assertThat(OptionNames.inMaven("$1 --out")).isEqualTo("$1 <outputDirectory>");
  }
}
