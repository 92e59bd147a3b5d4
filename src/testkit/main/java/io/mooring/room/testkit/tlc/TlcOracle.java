package io.mooring.room.testkit.tlc;

import io.mooring.room.codegen.tlc.Oracle;
import io.mooring.room.codegen.tlc.TlaState;
import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.spec.Step;
import io.mooring.room.testkit.StepOracle;
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
  private final Map<Question, TlaState> answers = new ConcurrentHashMap<>();
  private final AtomicLong asked = new AtomicLong();

  private TlcOracle(Oracle tlc, boolean remembers) {
    this.tlc = tlc;
    this.values = new SpecValues(tlc.variables());
    this.remembers = remembers;
  }

  private record Question(TlaState state, String action) {}

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
    Question question = new Question(values.state(before), after.event().action());
    TlaState found = values.state(after);
    TlaState known = answers.get(question);
    if (known != null) {
      return known.equals(found) ? Optional.empty() : Optional.of(difference(known, found));
    }
    asked.incrementAndGet();
    List<TlaState> successors = tlc.successors(question.state(), question.action(), Map.of());
    if (successors.size() != 1) {
      return Optional.of(
          "TLC has "
              + successors.size()
              + " successors for "
              + question.action()
              + ", an engine needs one");
    }
    if (remembers) {
      answers.put(question, successors.get(0));
    }
    return successors.get(0).equals(found)
        ? Optional.empty()
        : Optional.of(difference(successors.get(0), found));
  }

  private static String difference(TlaState expected, TlaState found) {
    StringBuilder text = new StringBuilder("TLC's successor differs:");
    expected
        .values()
        .forEach(
            (variable, value) -> {
              if (!value.equals(found.get(variable))) {
                text.append(" ").append(variable).append(" is ").append(value);
                text.append(" in the specification and ")
                    .append(found.get(variable))
                    .append(" in the step;");
              }
            });
    return text.substring(0, text.length() - 1);
  }

  @Override
  public void close() {
    tlc.close();
  }
}
