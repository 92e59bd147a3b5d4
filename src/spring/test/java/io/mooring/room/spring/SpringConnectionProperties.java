package io.mooring.room.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.tlc.TlcOracle;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimuli;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.step.ConnectionHarness;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random event lists on the real connection over the Spring engine, every step judged by TLC. */
final class SpringConnectionProperties {

  private static final TlcOracle TLC = oracle();
  private static final Coverage COVERAGE = RoomCoverage.empty();
  private static final ConnectionHarness HARNESS =
      ConnectionHarness.of(new SpringEngines()).withOracle(TLC).withCoverage(COVERAGE);

  private static TlcOracle oracle() {
    try {
      return TlcOracle.open(
          Tlc.bundled(),
          Path.of("../../spec/RoomConnection.tla"),
          Path.of("../../spec/RoomConnection.cfg"),
          RoomMachine.table());
    } catch (TlcException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Property(tries = 150)
  void everyEventListKeepsToTheSpecification(@ForAll("lists") List<Stimulus> stimuli) {
    HARNESS.requireNoViolation(stimuli);
  }

  @Provide
  Arbitrary<List<Stimulus>> lists() {
    return Stimuli.upTo(60);
  }

  /**
   * Tours cover what random lists have left out: together they must cover every edge of the graph.
   */
  @AfterContainer
  static void everyEdgeOfTheSpecificationIsTaken() {
    System.out.println("Spring engine, random event lists alone: " + COVERAGE.summary());
    RoomTours.everyEdge(60).forEach(tour -> HARNESS.requireNoViolation(RoomTours.stimuli(tour)));
    TLC.close();

    assertThat(COVERAGE.rows().missing()).isEmpty();
    assertThat(COVERAGE.edges().missing()).isEmpty();
  }
}
