package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EngineConformanceTest {
  private static final SpecGraph TABLE = SpecGraph.ofTable();

  @Test
  void theCompiledEngineIsItsTable() {
    EngineConformance.Result result =
        EngineConformance.compare(TABLE, CompiledEngine::new).requireConformance();

    assertThat(result.locations()).isEqualTo(TABLE.locations().size());
    assertThat(result.edges()).isEqualTo(TABLE.size());
  }

  @Test
  void aChangedEffectIsShownByTheShortestSequence() {
    Supplier<Engine> forgetful =
        TamperedEngine.changed(
            Location.RECONNECTING,
            Event.LEAVE_CHANNEL,
            step -> without(step, Effect.CANCEL_WINDOW));

    EngineConformance.Result result = EngineConformance.compare(TABLE, forgetful);

    assertThat(result.differences()).hasSize(1);
    assertThat(result.differences().get(0).events())
        .containsExactly(
            Event.INITIALIZE,
            Event.JOIN_CHANNEL,
            Event.JOINED,
            Event.MEDIA_LOST,
            Event.LEAVE_CHANNEL);
    assertThatThrownBy(result::requireConformance)
        .hasMessageContaining("after Initialize, JoinChannel, Joined, MediaLost, LeaveChannel")
        .hasMessageContaining("expected  RECONNECTING --LeaveChannel--> DISCONNECTED_DEPARTED")
        .hasMessageContaining("runs cancelJoinTimeout, stopReconnecting")
        .hasMessageContaining("found     RECONNECTING --LeaveChannel--> DISCONNECTED_DEPARTED");
  }

  @Test
  void aDroppedRowIsShown() {
    EngineConformance.Result result =
        EngineConformance.compare(TABLE, TamperedEngine.dropped(Location.CONNECTING, Event.KICKED));

    assertThat(result.text())
        .contains("after Initialize, JoinChannel, Kicked")
        .contains(
            "found     the engine throws java.lang.IllegalStateException: no row for Kicked in CONNECTING");
  }

  @Test
  void aLocationThatIsNotReachedIsShown() {
    Supplier<Engine> neverProxied =
        TamperedEngine.changed(
            Location.CONNECTING, Event.PROXY_CONNECTING, step -> to(step, Location.CONNECTING));

    assertThat(EngineConformance.compare(TABLE, neverProxied).text())
        .contains(
            "expected  CONNECTING_PROXIED is reached\n  found     no event sequence reaches it");
  }

  @Test
  void aLocationAndAnEdgeTooManyAreShown() {
    List<Step> fewer =
        TABLE.steps().stream()
            .filter(
                step ->
                    step.from() != Location.CONNECTING_PROXIED
                        && step.to() != Location.CONNECTING_PROXIED)
            .toList();
    SpecGraph smaller =
        SpecGraph.of(
            TABLE.initial(), EnumSet.complementOf(EnumSet.of(Location.CONNECTING_PROXIED)), fewer);

    assertThat(EngineConformance.compare(smaller, CompiledEngine::new).text())
        .contains("expected  no sequence reaches CONNECTING_PROXIED")
        .contains(
            "after Initialize, JoinChannel, ProxyConnecting\n  expected  the specification allows no such step");
  }

  @Test
  void anEngineThatRemembersMoreThanItsLocationIsShown() {
    EngineConformance.Result result = EngineConformance.compare(TABLE, Resentful::new);

    assertThat(result.conforms()).isFalse();
    assertThat(result.differences().get(0).events()).last().isEqualTo(Event.INITIALIZE);
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
                return TABLE.edge(Location.UNKNOWN, event).orElseThrow();
              }
            };

    assertThat(EngineConformance.compare(TABLE, stuck).text())
        .contains("after Initialize\n")
        .contains("that step, but the engine is in UNKNOWN");
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

  private static Step without(Step step, Effect effect) {
    List<Effect> rest = step.effects().stream().filter(each -> each != effect).toList();
    return new Step(
        step.from(),
        step.event(),
        step.outcome(),
        step.to(),
        step.code(),
        step.notifications(),
        rest,
        step.source());
  }

  private static Step to(Step step, Location to) {
    return new Step(
        step.from(),
        step.event(),
        step.outcome(),
        to,
        step.code(),
        step.notifications(),
        step.effects(),
        step.source());
  }
}
