package io.mooring.checker.modelcheck;

import static io.mooring.checker.TestedChecker.TLC;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.ModuleAst;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The argument of {@code RoomReconnectInductive.tla} has no gap. */
class ReconnectInductiveConformance {

  private static final Path SPEC = Path.of("../../spec");

  private final ModuleAst module = TLC.parse(SPEC.resolve("RoomReconnectInductive.tla"));
  private final Map<String, ModuleAst> instances =
      Map.of(
          "Contract", TLC.parse(SPEC.resolve("RoomConnection.tla")),
          "SoundContract", TLC.parse(SPEC.resolve("RoomConnectionInductive.tla")));

  ReconnectInductiveConformance() throws Exception {}

  @Test
  void everyPropertyOfTheClientIsAskedFor() throws Exception {
    Set<String> properties = names("RoomReconnect(?!In|Proof)\\w*");
    assertThat(properties).contains("RefinesContractSafely", "RefinesContract");
    properties.removeAll(List.of("RefinesContractSafely", "RefinesContract"));
    properties.addAll(List.of("SoundInv", "StepsOfTheContractProp", "FairToTheContractProp"));
    assertThat(names("RoomReconnectInductive\\w*(?<!Small)")).isEqualTo(properties);
  }

  /** The properties that the configurations with such names ask for. */
  private static Set<String> names(String configurations) throws Exception {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SPEC)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches(configurations + "\\.cfg")) {
          names.addAll(ConfigFile.read(file).checked());
        }
      }
    }
    return names;
  }

  @Test
  void outIsReadByNothingThatMatters() throws Exception {
    assertThat(reads("out").places("Next")).isEmpty();
    assertThat(reads("out").places("Sound")).isEmpty();
    for (String property : names("RoomReconnectInductive\\w*")) {
      if (!property.equals("TypeOK")) {
        assertThat(reads("out").places(property)).as(property).isEmpty();
      }
    }
  }

  @Test
  void aReadingInsideTheContractIsSeen() {
    assertThat(reads("departed").places("Next"))
        .anyMatch(place -> place.startsWith("RoomConnection.tla:"));
    assertThat(reads("proxied").places("Sound"))
        .anyMatch(place -> place.startsWith("RoomConnectionInductive.tla:"));
    assertThat(reads("out").places("TypeOK")).isNotEmpty();
    assertThat(reads("epoch").places("Next")).isNotEmpty();
  }

  private Reads reads(String variable) {
    return Reads.otherThanToKeep(module, variable, instances);
  }
}
