package io.mooring.room.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties of the specification as predicates on steps. */
final class RuleTest {

  private static final List<List<Effect>> EFFECTS =
      Table.steps().stream().map(Step::effects).distinct().toList();

  private static final List<List<Notification>> TOLD =
      Table.steps().stream().map(Step::notifications).distinct().toList();

  @Test
  void theTableKeepsEveryRule() {
    for (Step before : befores().toList()) {
      for (Event event : Event.values()) {
        Step after = Table.step(before.to(), event);
        assertThat(Rule.violated(before, after)).as("%s, then %s", before, after).isEmpty();
      }
    }
  }

  /** An invariant forbids locations, and there is none that it forbids. */
  static Stream<Rule> rulesOfSteps() {
    return Stream.of(Rule.values()).filter(rule -> !rule.isInvariant());
  }

  @ParameterizedTest
  @MethodSource("rulesOfSteps")
  void eachRuleOfStepsForbidsSomething(Rule rule) {
    Step[] forbidden =
        befores()
            .flatMap(
                before ->
                    Stream.of(Event.values())
                        .flatMap(event -> changed(Table.step(before.to(), event)))
                        .filter(after -> !rule.holds(before, after))
                        .limit(1)
                        .flatMap(after -> Stream.of(before, after)))
            .limit(2)
            .toArray(Step[]::new);

    assertThat(forbidden).hasSize(2);
    assertThat(Rule.violated(forbidden[0], forbidden[1])).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void eachRuleSaysWhatItIs(Rule rule) {
    assertThat(rule.source()).matches("RoomConnection\\.tla:\\d+");
    assertThat(rule.isInvariant()).isEqualTo(!rule.property().endsWith("Prop"));
  }

  /** Every wrong output and every wrong next location violates a rule. */
  @Test
  void aStepThatLeadsElsewhereOrTellsSomethingElseBreaksARule() {
    for (Step before : befores().toList()) {
      for (Event event : Event.values()) {
        Step row = Table.step(before.to(), event);
        for (Location to : Location.values()) {
          for (List<Notification> told : TOLD) {
            Step other = with(row, row.outcome(), to, told, row.effects());
            boolean same = to.state() == row.to().state() && told.equals(row.notifications());
            if (!same && row.outcome() == Outcome.TAKEN && !before.sameStateAs(other)) {
              assertThat(Rule.violated(before, other)).as("%s, then %s", before, other).isPresent();
            }
          }
        }
      }
    }
  }

  @Test
  void whatTheTableTakesMustBeTaken() {
    for (Step row : Table.steps()) {
      Step refused = with(row, Outcome.IGNORED, row.from(), List.of(), List.of());
      if (row.outcome() == Outcome.TAKEN && row.event() != Event.PROXY_CONNECTING) {
        Step into =
            Table.steps().stream()
                .filter(step -> step.to() == row.from() && step.event() != row.event())
                .findFirst()
                .orElseThrow();
        assertThat(Rule.TRANSITION_TABLE.holds(into, refused)).as("%s", refused).isFalse();
      }
    }
  }

  private static Stream<Step> befores() {
    return Stream.concat(Stream.of(Table.initial()), Table.steps().stream());
  }

  /** The step with one of its parts, or two, as another step has it. */
  private static Stream<Step> changed(Step step) {
    Stream<Step> elsewhere =
        Stream.of(Location.values())
            .flatMap(
                to ->
                    TOLD.stream().map(told -> with(step, Outcome.TAKEN, to, told, step.effects())));
    Stream<Step> otherwise =
        Stream.of(Outcome.values())
            .flatMap(
                outcome ->
                    EFFECTS.stream()
                        .map(
                            effects ->
                                with(step, outcome, step.to(), step.notifications(), effects)));
    Stream<Step> twice =
        Stream.of(
            with(
                step,
                step.outcome(),
                step.to(),
                Stream.concat(step.notifications().stream(), step.notifications().stream())
                    .toList(),
                step.effects()));
    return Stream.of(elsewhere, otherwise, twice).flatMap(each -> each);
  }

  private static Step with(
      Step step, Outcome outcome, Location to, List<Notification> told, List<Effect> effects) {
    return new Step(
        step.from(), step.event(), outcome, to, step.code(), told, effects, step.source());
  }
}
