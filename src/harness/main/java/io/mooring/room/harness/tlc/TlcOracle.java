package io.mooring.room.harness.tlc;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.room.harness.RoomMachine;
import io.mooring.room.harness.StepOracle;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * TLC itself, in this process, as step oracle: it computes from the specification's text what the
 * event does in the state, and everything must be the same: location, outcome, code, notifications,
 * effects.
 *
 * <p>Thread-safe. A <em>remembering</em> oracle asks TLC once about each state and event.
 */
public final class TlcOracle implements StepOracle, AutoCloseable {
  private final Oracle tlc;
  private final SpecValues values;
  private final boolean remembers;
  private final Map<Question, Step> answers = new ConcurrentHashMap<>();
  private final AtomicLong asked = new AtomicLong();

  private TlcOracle(Oracle tlc, boolean remembers) {
    this.tlc = tlc;
    this.values = new SpecValues(tlc.variables());
    this.remembers = remembers;
  }

  /** A state by its number; one that the graph does not have is asked about each time. */
  private record Question(int before, Event event) {}

  /**
   * Opens a specification and asks TLC once about each state and event.
   *
   * @throws TlcException if the specification cannot be loaded
   */
  public static TlcOracle open(Tlc tlc, Path module, Path config) throws TlcException {
    return new TlcOracle(tlc.open(module, config), true);
  }

  /** Asks an oracle at every step anew. */
  public static TlcOracle forgetful(Oracle oracle) {
    return new TlcOracle(oracle, false);
  }

  /** How often TLC was asked. */
  public long asked() {
    return asked.get();
  }

  @Override
  public Optional<String> objection(Step before, Step after) {
    Question question = new Question(RoomMachine.state(before), after.event());
    Step known = answers.get(question);
    if (known == null) {
      asked.incrementAndGet();
      TlaState state = values.state(before);
      String action = after.event().action();
      List<TlaState> successors = tlc.successors(state, action, Map.of());
      if (successors.size() != 1) {
        return Optional.of(
            "TLC has " + successors.size() + " successors for " + action + ", an engine needs one");
      }
      known = values.step(state, action, successors.get(0));
      if (remembers && question.before() >= 0) {
        answers.put(question, known);
      }
    }
    return StepOracle.difference("TLC", known, after);
  }

  @Override
  public void close() {
    tlc.close();
  }
}
