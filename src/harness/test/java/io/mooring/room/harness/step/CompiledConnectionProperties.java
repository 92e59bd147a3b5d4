package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.tlc.TlcOracle;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.Specification;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimuli;
import io.mooring.room.harness.model.Stimulus;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random event lists on the real connection over the compiled engine, every step checked by TLC.
 */
class CompiledConnectionProperties {
  private static final TlcOracle TLC = Specification.oracle();
  private static final Coverage COVERAGE = RoomCoverage.empty();
  private static final ConnectionHarness HARNESS =
      ConnectionHarness.of(CompiledEngine::new).withOracle(TLC).withCoverage(COVERAGE);

  @Property(tries = 1000)
  void everyEventListKeepsToTheSpecification(@ForAll("lists") List<Stimulus> stimuli) {
    HARNESS.requireNoViolation(stimuli);
  }

  @Provide
  Arbitrary<List<Stimulus>> lists() {
    return Stimuli.upTo(60);
  }

  /**
   * Tours cover what random lists have left out: together they must cover everything that TLC has.
   */
  @AfterContainer
  static void everyEdgeOfTheSpecificationIsTaken() {
    System.out.println("compiled engine, random event lists alone: " + COVERAGE.summary());
    RoomTours.everyEdge(60).forEach(tour -> HARNESS.requireNoViolation(RoomTours.stimuli(tour)));
    TLC.close();

    assertThat(COVERAGE.edges().total()).isEqualTo(Specification.edges());
    assertThat(COVERAGE.rows().missing()).isEmpty();
    assertThat(COVERAGE.edges().missing()).isEmpty();
  }
}
