package io.mooring.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The answers of accepted commands: tables that are read, and tables that are refused with their
 * line.
 */
class AnswerRefusalTest {

  private static final Path FOLDER = Path.of("test/resources/specs");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path parent;

  /** The circuit breaker with a table of answers. */
  private Model build(String rows) throws Exception {
    Path folder = Files.createDirectories(parent.resolve("spec"));
    Files.copy(FOLDER.resolve("CircuitBreaker.cfg"), folder.resolve("CircuitBreaker.cfg"));
    String text = Files.readString(FOLDER.resolve("CircuitBreaker.tla"));
    String place = "TimerTable ==";
    assertThat(text).contains(place);
    Files.writeString(
        folder.resolve("CircuitBreaker.tla"),
        text.replace(place, "AnswerTable == {" + rows + "}\n\n" + place));
    return ModelBuilder.build(
        Tlc.bundled(),
        folder.resolve("CircuitBreaker.tla"),
        folder.resolve("CircuitBreaker.cfg"),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'[command |-> \"Trip\", event |-> \"Mend\", code |-> BUSY]'"
            + " ! 'Trip leads to OPEN, where Trip can be taken again and had no answer yet'",
        "'[command |-> \"Trip\", event |-> \"Mend\"]' ! AnswerTable must be a set of records",
        "'[command |-> \"RestOver\", event |-> \"Mend\", code |-> BUSY]'"
            + " ! AnswerTable answers RestOver, which is no command",
        "'[command |-> \"Trip\", event |-> \"Mended\", code |-> BUSY]'"
            + " ! 'AnswerTable has \"Mended\", which is no event without parameters'",
        "'[command |-> \"Trip\", event |-> \"Done\", code |-> BUSY]'"
            + " ! 'AnswerTable has \"Done\", which is no event without parameters'",
        "'[command |-> \"Trip\", event |-> \"Mend\", code |-> 7]'"
            + " ! 'AnswerTable has the code 7, which is no element of ReturnCode'",
        "'[command |-> \"Trip\", event |-> \"Mend\", code |-> c] : c \\in {BUSY, REJECTED}'"
            + " ! Mend answers Trip with"
      })
  void isRefusedWithItsPlace(String rows, String message) throws Exception {
    String refusal = "accepted";
    try {
      build(rows);
    } catch (ModelException refused) {
      refusal = String.valueOf(refused.getMessage());
    }
    assertThat(refusal).startsWith("CircuitBreaker.tla:").contains(message);
  }
}
