package io.mooring.room.harness.tlc;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.harness.Observation;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a judge makes of death, return and sleep: the actions of {@code RoomRun} for them. */
final class FrontierLives {

  /** In units of time; longer than anything is under way, and as good as for ever. */
  private static final long FOR_EVER = 1_000;

  private final TimedOracle oracle;
  private final Frontier frontier;

  FrontierLives(TimedOracle oracle, Frontier frontier) {
    this.oracle = oracle;
    this.frontier = frontier;
  }

  /** The process died: what it had is gone. Where nothing stood, the way back is of no interest. */
  Optional<String> died(Observation.Died died) {
    Action die = Action.of("Die");
    TlaValue wayBack = new TlaValue.Bool(died.wayBack());
    return frontier.moves(
        died,
        state -> List.of(die),
        (before, after) ->
            after.state().get("wayBack").equals(wayBack)
                    || oracle.successors(before, die).size() == 1
                ? Optional.empty()
                : Optional.of("there is a way back, or there is none"));
  }

  /** Where nothing stands that takes time, the specification has no time without a process. */
  Optional<String> away(Observation seen) {
    Action tick = Action.of("AwayTick");
    return oracle.successors(frontier.any(), tick).isEmpty()
        ? Optional.empty()
        : frontier.moves(seen, "AwayTick");
  }

  /** The other process goes on, and has decided what restoring decides, and nothing else. */
  Optional<String> restored(Observation.Restored seen) {
    Action restore =
        new Action(
            "Restore",
            Map.of("capture", units(seen.sinceCapture()), "death", units(seen.sinceDeath())));
    return frontier.moves(
        seen,
        state -> List.of(restore),
        (before, after) -> {
          boolean takenUp = Action.number(after.state().get("transport")) != 0;
          if (takenUp != seen.resumed()) {
            return Optional.of(
                takenUp ? "the session is to be taken up" : "no session is to be taken up");
          }
          TlaState led = seen.step().map(oracle::led).orElse(before.contract());
          return after.contract().equals(led)
              ? Optional.empty()
              : Optional.of(decided(before, after));
        });
  }

  private String decided(Node before, Node after) {
    return before.contract().equals(after.contract())
        ? "nothing is decided by restoring"
        : "decided by restoring is " + SpecValues.field(out(after), "event");
  }

  private static TlaValue.Rec out(Node node) {
    return (TlaValue.Rec) node.contract().get("out");
  }

  private TlaValue units(Duration time) {
    return new TlaValue.Int((int) Math.min(FOR_EVER, time.dividedBy(oracle.unit())));
  }

  /**
   * A snapshot was stored: the oldest of what waits for it, or later ones with it; or that a change
   * has been told; or nothing new.
   */
  Optional<String> stored(Observation.Stored stored) {
    Set<String> objections = new LinkedHashSet<>();
    Set<Node> reached = frontier.states();
    while (!reached.isEmpty()) {
      reached = after(reached, "Save");
      if (frontier.goesTo(fitting(reached, stored.snapshot(), objections))) {
        return Optional.empty();
      }
    }
    boolean fits =
        frontier.goesTo(
                fitting(after(frontier.states(), "SaveTold"), stored.snapshot(), objections))
            || frontier.goesTo(fitting(frontier.states(), stored.snapshot(), objections));
    return fits ? Optional.empty() : frontier.rejected(stored, objections);
  }

  private Set<Node> after(Set<Node> states, String action) {
    Set<Node> next = new LinkedHashSet<>();
    states.forEach(state -> next.addAll(oracle.successors(state, Action.of(action))));
    return next;
  }

  private Set<Node> fitting(Set<Node> states, ConnectionSnapshot snapshot, Set<String> objections) {
    Set<Node> fit = new LinkedHashSet<>();
    for (Node state : states) {
      Optional<String> misfit = misfit(snapshot, (TlaValue.Rec) state.state().get("saved"));
      if (misfit.isEmpty()) {
        fit.add(state);
      } else {
        objections.add(misfit.get());
      }
    }
    return fit;
  }

  /** In what a snapshot is not what the specification has saved. */
  private Optional<String> misfit(ConnectionSnapshot snapshot, TlaValue.Rec saved) {
    Map<String, TlaValue> decided = ((TlaValue.Rec) SpecValues.field(saved, "decided")).fields();
    Optional<String> elsewhere =
        FrontierText.differences("saved ", oracle.contract().among(snapshot.location()), decided);
    if (elsewhere.isPresent()) {
      return elsewhere;
    }
    int change = number(saved, "change");
    int spent = number(saved, "spent");
    boolean owed = number(saved, "told") < change;
    if (snapshot.changes() != change || snapshot.sessionEpoch() != number(saved, "epoch")) {
      return Optional.of(
          "saved are " + change + " changes and " + number(saved, "epoch") + " sessions");
    }
    if (snapshot.isOwed() != owed) {
      return Optional.of("change " + change + (owed ? " is owed" : " is not owed"));
    }
    long elapsed = snapshot.elapsed().dividedBy(oracle.unit());
    boolean isSpent = !snapshot.location().windowArmed() || elapsed == spent || spent >= longest();
    return isSpent
        ? Optional.empty()
        : Optional.of("of the window " + spent + " units are used up");
  }

  /** What is counted no further. */
  private long longest() {
    return Timing.GIVE_UP_AT_MOST.dividedBy(oracle.unit());
  }

  private static int number(TlaValue.Rec saved, String field) {
    return Action.number(SpecValues.field(saved, field));
  }

  /** A command returns when its decision is stored. */
  Optional<String> returned(Observation seen) {
    boolean waits = !((TlaValue.Seq) frontier.any().state().get("unsaved")).elements().isEmpty();
    return waits
        ? frontier.rejected(seen, List.of("what it decided is not stored"))
        : Optional.empty();
  }

  /** The numbers that another life goes on from. */
  void goOn(Untold untold) {
    TlaValue.Rec saved = (TlaValue.Rec) frontier.any().state().get("saved");
    untold.goOn(number(saved, "change"), number(saved, "told") < number(saved, "change"));
  }
}
