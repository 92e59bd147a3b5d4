package io.mooring.room.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mooring.room.benchmarks.subject.MeasuredMachine;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.Blackhole;

/** A comparison of speeds means something only between machines that do the same. */
final class SubjectTest {

  @ParameterizedTest
  @EnumSource
  void everySubjectIsWhereTheTableIsAfterEachEvent(Subject subject) {
    assertThat(Comparison.fault(subject.title(), subject.machine())).isEmpty();
  }

  @Test
  void aMachineThatDiffersInOneRowIsFound() {
    MeasuredMachine broken =
        new MeasuredMachine() {
          private Location location = Table.initial().to();

          @Override
          public Location fire(Event event) {
            if (location != Location.RECONNECTING || event != Event.KICKED) {
              location = Table.step(location, event).to();
            }
            return location;
          }

          @Override
          public boolean isIn(Location expected) {
            return location == expected;
          }
        };

    assertThat(Comparison.fault("a broken one", broken))
        .hasValue("a broken one does not go from RECONNECTING at KICKED to DISCONNECTED");
  }

  @ParameterizedTest
  @EnumSource
  void aWalkUnderTheClockEndsWhereTheTableDoes(Subject subject) {
    Blackhole blackhole =
        new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is"
                + " dangerous.");
    try (MeasuredMachine machine = subject.machine()) {
      machine.fire(Event.INITIALIZE);
      machine.walk(Workload.standard(), blackhole);

      assertThat(machine.isIn(Table.initial().to())).isTrue();
    }
  }

  @Test
  void theWorkloadTakesSeventyOfAHundredEventsAndEndsWhereItBegins() {
    Workload workload = Workload.standard();

    assertThat(workload.events()).hasSize(Workload.SIZE);
    assertThat(workload.takenPercent()).isCloseTo(Workload.LEGAL_PERCENT, within(2.0));
    assertThat(workload.events()).containsOnlyElementsOf(List.of(Event.values()));
    assertThat(workload.events()).contains(Event.values());
    assertThat(Workload.standard().events()).isEqualTo(workload.events());
    for (Location location : Location.values()) {
      assertThat(Table.step(location, Event.RELEASE).to()).isEqualTo(Table.initial().to());
    }
  }
}
