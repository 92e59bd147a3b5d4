package io.mooring.codegen.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.emit.Extra;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.MemorySink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused of a machine that runs, and accepted of a table alone. */
final class MachineCheckTest {

  private static String said(Path folder, String name, String other, Set<Extra> extras)
      throws Exception {
    Path specs = Path.of("test/resources/specs");
    Path module = folder.resolve("Turnstile.tla");
    Files.writeString(
        module, Files.readString(specs.resolve("Turnstile.tla")).replaceAll(name, other));
    Path config = Files.copy(specs.resolve("Turnstile.cfg"), folder.resolve(extras + ".cfg"));
    try {
      new Generator(Tlc.bundled())
          .generate(
              Generator.Request.of(
                      module, config, Optional.empty(), List.of(), "org.example", Optional.empty())
                  .with(extras),
              new MemorySink());
      return "accepted";
    } catch (ModelException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Push | Notify | Turnstile.tla:84: the action Notify would be the method notify, which every"
            + " object in Java has already; rename it, or leave out --machine",
        "Push | ShutDown | Turnstile.tla:84: the action ShutDown would be the method shutDown, which"
            + " every machine has already; rename it, or leave out --machine",
        "Push | Switch | Turnstile.tla:84: the action Switch would be the method switch, which is no"
            + " name in Java; rename it, or leave out --machine",
        "Push | insert | Turnstile.tla:84: the action Insert and the action insert would both be the"
            + " method insert; rename one",
        "BLOCK_ARM | WAIT | Turnstile.tla:29: the effect WAIT would be the method wait, which every"
            + " object in Java has already; rename it, or leave out --machine",
        "\\bGate\\b | Outbox | Turnstile.tla:24: the type Outbox clashes with the class Outbox of"
            + " --machine; rename it"
      })
  void aNameThatIsInTheWayIsRefusedOnlyForAMachine(
      String name, String other, String message, @TempDir Path folder) throws Exception {
    assertThat(said(folder, name, other, Set.of(Extra.MACHINE))).isEqualTo(message);
    assertThat(said(folder, name, other, Set.of())).isEqualTo("accepted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Push | Location | Turnstile.tla:84: the action Location would be the method location, which"
            + " every observation has already; rename it, or leave out --monitor",
        "\\bGate\\b | Verdict | Turnstile.tla:24: the type Verdict clashes with the class Verdict of"
            + " --monitor; rename it",
        "\\bGate\\b | TurnstileMonitor | Turnstile.tla:24: the type TurnstileMonitor clashes with the"
            + " class TurnstileMonitor of --monitor; rename it"
      })
  void aNameThatIsInTheWayIsRefusedOnlyForAMonitor(
      String name, String other, String message, @TempDir Path folder) throws Exception {
    assertThat(said(folder, name, other, Set.of(Extra.MONITOR))).isEqualTo(message);
    assertThat(said(folder, name, other, Set.of())).isEqualTo("accepted");
  }
}
