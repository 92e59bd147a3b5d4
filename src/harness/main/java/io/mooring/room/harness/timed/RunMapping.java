package io.mooring.room.harness.timed;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.tlc.Move;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.StateTracker;
import io.mooring.mbt.tlc.ValueMapping;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Maps death, restoring and sleep too: to the actions of {@code RoomRun}, which has lives. */
final class RunMapping extends ReconnectMapping {

  /** In units of time; longer than anything in the specification. */
  private static final long UNBOUNDED = 1_000;

  private final TimedOracle oracle;

  RunMapping(TimedOracle oracle) {
    super(oracle);
    this.oracle = oracle;
  }

  @Override
  public Move slept(Observation.Slept seen) {
    return Move.action(SpecAction.of("Jump"));
  }

  /** Without a session it does not matter whether the transport can resume it. */
  @Override
  public Move died(Observation.Died died) {
    clear();
    SpecAction die = SpecAction.of("Die");
    TlaValue wayBack = new TlaValue.Bool(died.wayBack());
    return tracker ->
        tracker.first(
            state -> List.of(die),
            (before, after) ->
                after.get("wayBack").equals(wayBack)
                        || tracker.space().successors(before, die).size() == 1
                    ? Optional.empty()
                    : Optional.of("whether the transport can resume a session is different"));
  }

  /** Without anything that takes time, the specification has no time without a process. */
  @Override
  public Move away(Observation.Away seen) {
    SpecAction tick = SpecAction.of("AwayTick");
    Move ticks = Move.action(tick);
    return tracker ->
        tracker.space().successors(tracker.any(), tick).isEmpty()
            ? List.of()
            : ticks.apply(tracker);
  }

  /** The other process has decided what restoring decides, and nothing else. */
  @Override
  public Move restored(Observation.Restored seen) {
    SpecAction restore =
        new SpecAction(
            "Restore",
            Map.of("capture", units(seen.sinceCapture()), "death", units(seen.sinceDeath())));
    return tracker -> {
      TlaValue.Rec saved = (TlaValue.Rec) tracker.any().get("saved");
      restore(seen, session(tracker), number(saved, "change"), isPending(saved));
      return tracker.first(
          state -> List.of(restore), (before, after) -> restored(seen, before, after));
    };
  }

  private Optional<String> restored(Observation.Restored seen, SpecState before, SpecState after) {
    boolean isResumed = ReconnectActions.number(after.get("transport")) != 0;
    if (isResumed != seen.resumed()) {
      return Optional.of(isResumed ? "the session must be resumed" : "no session must be resumed");
    }
    TlaState decided = oracle.contract(after);
    TlaState led = seen.step().map(oracle::led).orElse(oracle.contract(before));
    if (decided.equals(led)) {
      return Optional.empty();
    }
    return Optional.of(
        decided.equals(oracle.contract(before))
            ? "restoring decides nothing"
            : "restoring decides "
                + ValueMapping.field((TlaValue.Rec) decided.get("out"), "event"));
  }

  private TlaValue units(Duration time) {
    return new TlaValue.Int((int) Math.min(UNBOUNDED, time.dividedBy(oracle.unit())));
  }

  /**
   * A snapshot was stored: of the oldest unsaved step, or of later ones with it; or that a change
   * was delivered; or of nothing new.
   */
  @Override
  public Move stored(Observation.Stored stored) {
    return tracker -> stored(tracker, stored.snapshot());
  }

  private Collection<String> stored(StateTracker tracker, ConnectionSnapshot snapshot) {
    Set<String> objections = new LinkedHashSet<>();
    Set<SpecState> reached = tracker.states();
    while (!reached.isEmpty()) {
      reached = after(tracker.space(), reached, "Save");
      if (tracker.goTo(fitting(reached, snapshot, objections))) {
        return List.of();
      }
    }
    Set<SpecState> told = after(tracker.space(), tracker.states(), "SaveTold");
    boolean fits =
        tracker.goTo(fitting(told, snapshot, objections))
            || tracker.goTo(fitting(tracker.states(), snapshot, objections));
    return fits ? List.of() : objections;
  }

  private Set<SpecState> fitting(
      Set<SpecState> states, ConnectionSnapshot snapshot, Set<String> objections) {
    Set<SpecState> fit = new LinkedHashSet<>();
    for (SpecState state : states) {
      Optional<String> misfit = misfit(snapshot, (TlaValue.Rec) state.get("saved"));
      if (misfit.isEmpty()) {
        fit.add(state);
      } else {
        objections.add(misfit.get());
      }
    }
    return fit;
  }

  /** How a snapshot differs from what the specification has saved, or empty. */
  private Optional<String> misfit(ConnectionSnapshot snapshot, TlaValue.Rec saved) {
    Map<String, TlaValue> decided = ((TlaValue.Rec) ValueMapping.field(saved, "decided")).fields();
    Optional<String> elsewhere =
        ReconnectText.differences(
            "saved ", oracle.contract().location(RoomMachine.number(snapshot.location())), decided);
    if (elsewhere.isPresent()) {
      return elsewhere;
    }
    int change = number(saved, "change");
    int spent = number(saved, "spent");
    if (snapshot.changes() != change || snapshot.sessionEpoch() != number(saved, "epoch")) {
      return Optional.of(
          "saved are " + change + " changes and " + number(saved, "epoch") + " sessions");
    }
    if (snapshot.isPending() != isPending(saved)) {
      return Optional.of(
          "change " + change + (isPending(saved) ? " is pending" : " is not pending"));
    }
    long elapsed = snapshot.elapsed().dividedBy(oracle.unit());
    boolean isSpent = !snapshot.location().windowArmed() || elapsed == spent || spent >= longest();
    return isSpent
        ? Optional.empty()
        : Optional.of("of the window " + spent + " units are used up");
  }

  private static boolean isPending(TlaValue.Rec saved) {
    return number(saved, "told") < number(saved, "change");
  }

  /** The largest count of units in the specification. */
  private long longest() {
    return Timing.GIVE_UP_AT_MOST.dividedBy(oracle.unit());
  }

  private static int number(TlaValue.Rec saved, String field) {
    return ReconnectActions.number(ValueMapping.field(saved, field));
  }

  /** A command returns after its decision was stored. */
  @Override
  public Move commandReturned(Observation.CommandReturned seen) {
    return tracker ->
        ((TlaValue.Seq) tracker.any().get("unsaved")).elements().isEmpty()
            ? List.of()
            : List.of("its decision is not stored");
  }
}
