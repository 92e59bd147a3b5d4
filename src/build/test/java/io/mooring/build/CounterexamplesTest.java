package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.sink.WrittenText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened to the contract, on its page. */
final class CounterexamplesTest {

  @Test
  void theCounterexamplesAreThoseThatTheCheckerFinds() throws Exception {
    List<String> found = Counterexamples.find(Project.root(), Tlc.bundled());

    WrittenText.file(Project.root().resolve(Counterexamples.FILE))
        .require(
            String.join("\n", found) + "\n",
            "mvn -q -pl src/build -am verify -Dmooring.write=true");
    assertThat(found).hasSizeGreaterThan(30);
  }

  @Test
  void thePageHasACounterexampleOfEachAndEverySampleTrace() {
    List<Enclosed.Listed> walks = Counterexamples.walks(Project.root());

    assertThat(walks).extracting(each -> each.walk().name()).doesNotHaveDuplicates();
    assertThat(walks)
        .filteredOn(each -> each.walk().name().equals("LeaveKeepsTransport"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.about()).isEqualTo("violates B1_LeaveStopsEverythingInv");
              assertThat(each.walk().text()).contains("\"action\":\"LeaveChannel\"", "\"state\":4");
            });
    assertThat(walks).filteredOn(each -> each.about().isEmpty()).hasSize(16);
  }
}
