package io.mooring.room.harness.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineComparison;
import io.mooring.mbt.machine.MachineComparison.Difference;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.harness.Steps;
import io.mooring.room.harness.TamperedEngine;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoomMachineTest {
  private static final Machine TABLE = RoomMachine.table();

  private static List<Difference> differences(Supplier<? extends Engine> engines) {
    return MachineComparison.compare(TABLE, RoomMachine.observed(engines));
  }

  private static String text(Supplier<? extends Engine> engines) {
    return differences(engines).stream().map(Difference::text).collect(Collectors.joining("\n"));
  }

  @Test
  void theCompiledEngineIsItsTable() {
    Machine observed = RoomMachine.observed(CompiledEngine::new);

    assertThat(MachineComparison.compare(TABLE, observed)).isEmpty();
    assertThat(observed.steps()).hasSameSizeAs(TABLE.steps());
  }

  @Test
  void aChangedEffectIsShownByTheShortestSequence() {
    Supplier<Engine> forgetful =
        TamperedEngine.changed(
            Location.RECONNECTING,
            Event.LEAVE_CHANNEL,
            step -> Steps.without(step, Effect.CANCEL_WINDOW));

    assertThat(differences(forgetful)).hasSize(1);
    assertThat(text(forgetful))
        .contains("after Initialize, JoinChannel, Joined, MediaLost, LeaveChannel")
        .contains("expected  RECONNECTING --LeaveChannel--> DISCONNECTED_DEPARTED")
        .contains("runs CANCEL_JOIN_TIMEOUT, STOP_RECONNECTING")
        .contains("found     RECONNECTING --LeaveChannel--> DISCONNECTED_DEPARTED");
  }

  @Test
  void aDroppedRowIsShown() {
    assertThat(text(TamperedEngine.dropped(Location.CONNECTING, Event.KICKED)))
        .contains("after Initialize, JoinChannel, Kicked")
        .contains("[throws java.lang.IllegalStateException: no row for Kicked in CONNECTING]");
  }

  @Test
  void aLocationThatIsNotReachedIsShown() {
    Supplier<Engine> neverProxied =
        TamperedEngine.changed(
            Location.CONNECTING,
            Event.PROXY_CONNECTING,
            step -> Steps.to(step, Location.CONNECTING));

    assertThat(text(neverProxied))
        .contains(
            "expected  CONNECTING_PROXIED is reached\n  found     no event sequence reaches it");
  }

  @Test
  void aLocationAndAnEdgeTooManyAreShown() {
    int proxied = RoomMachine.number(Location.CONNECTING_PROXIED);
    Machine smaller = TABLE;
    for (MachineStep step : TABLE.steps()) {
      if (step.from() == proxied || step.to() == proxied) {
        smaller = smaller.without(TABLE.row(step.from(), step.event()));
      }
    }

    assertThat(MachineComparison.compare(smaller, RoomMachine.observed(CompiledEngine::new)))
        .extracting(Difference::text)
        .anyMatch(text -> text.contains("expected  never reaches CONNECTING_PROXIED"))
        .anyMatch(
            text ->
                text.contains(
                    "after Initialize, JoinChannel, ProxyConnecting\n"
                        + "  expected  the event cannot occur"));
  }

  @Test
  void anEngineThatRemembersMoreThanItsLocationIsShown() {
    assertThat(text(Resentful::new)).contains(" --Initialize--> ").contains("[after ");
  }

  @Test
  void anEngineThatIsNotWhereItsStepLedIsShown() {
    Supplier<Engine> stuck =
        () ->
            new Engine() {
              @Override
              public Location location() {
                return Location.UNKNOWN;
              }

              @Override
              public Step step(Event event) {
                return Table.step(Location.UNKNOWN, event);
              }
            };

    assertThat(text(stuck))
        .contains("after Initialize\n")
        .contains(
            "the engine goes from UNKNOWN to UNKNOWN, but returns a step from UNKNOWN to"
                + " DISCONNECTED");
  }

  /**
   * Once it has refused a command it ignores the next Initialize: its location does not show that.
   */
  private static final class Resentful implements Engine {
    private final Engine honest = new CompiledEngine();
    private boolean offended;

    @Override
    public Location location() {
      return honest.location();
    }

    @Override
    public Step step(Event event) {
      Step step = honest.step(event);
      boolean before = offended;
      offended |= step.outcome() == Outcome.REFUSED;
      return before && event == Event.INITIALIZE ? ignored(step) : step;
    }
  }

  private static Step ignored(Step step) {
    return new Step(
        step.from(),
        step.event(),
        Outcome.IGNORED,
        step.to(),
        step.code(),
        step.notifications(),
        step.effects(),
        step.source());
  }
}
