package io.mooring.mbt.trace;

import io.mooring.mbt.machine.Machine;
import java.io.DataInput;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Judges sessions by the same rules as {@link TraceValidator}, for a program that brings the
 * entries itself, in the order of each session, and keeps what is known of each: a stream processor
 * that has the sessions of a fleet. Not for use by several threads.
 */
public final class SessionJudge {
  private final SessionWords words;
  private final SessionRules session = SessionRules.NONE;
  private final LocationSet.Sets sets;
  private final EntryParser parser;
  private final int begin;
  private final long tolerance;
  private final boolean fromTheMiddle;
  private final long fingerprint;

  SessionJudge(
      NotificationAutomaton automaton,
      TraceWords traceWords,
      TraceRules rules,
      Duration tolerance,
      boolean fromTheMiddle) {
    if (rules.session() != SessionRules.NONE) {
      throw new IllegalArgumentException(
          "the rules of "
              + automaton.machine().name()
              + " have conditions of a session, which may remember what cannot be written");
    }
    Machine machine = automaton.machine();
    this.sets = new LocationSet.Sets(automaton, rules.bounds());
    this.words = new SessionWords(sets, rules);
    this.begin = rules.begin(machine);
    this.tolerance = tolerance.toNanos();
    this.fromTheMiddle = fromTheMiddle;
    this.fingerprint = Fingerprint.of(machine, rules);
    this.parser =
        new EntryParser(machine, traceWords, rules.numbers().isPresent(), new MemberNames());
  }

  /**
   * Identifies the machine and its rules: a session that was written with another fingerprint
   * cannot be {@linkplain #read read}. Comments of the specification and places in it do not count.
   */
  public long fingerprint() {
    return fingerprint;
  }

  /** For how long what is bounded may last at most: a session that says nothing longer is late. */
  public Duration longest() {
    return sets.bounds().stream()
        .map(TimeBound::atMost)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /**
   * Reads an entry from a line.
   *
   * @return what it says; empty if there is nothing in it to judge
   * @throws TraceFormatException if it is no entry of a trace; the message continues "the line"
   */
  public Optional<TraceEntry> entry(byte[] line) throws TraceFormatException {
    return parser.line(line, 0, line.length);
  }

  /** A session that begins with an entry, which is still to be taken. */
  public JudgedSession begin(TraceEntry first) {
    if (first instanceof TraceEntry.Recorded step) {
      return at(sets.at(step.step().from()));
    }
    if (first instanceof TraceEntry.Restored restored) {
      return at(sets.at(restored.location()));
    }
    return fromTheMiddle ? anywhere() : at(sets.at(begin));
  }

  /** A session of which nothing is known: the machine may be in any location. */
  public JudgedSession anywhere() {
    return at(sets.anywhere());
  }

  private JudgedSession at(LocationSet possible) {
    return new JudgedSession(new SessionCheck(words, session, possible, tolerance));
  }

  /**
   * A session as it was {@linkplain JudgedSession#write written} by a judge with the same
   * fingerprint.
   *
   * @throws IOException if it cannot be read
   */
  public JudgedSession read(DataInput input) throws IOException {
    return new JudgedSession(SessionCheck.read(words, session, tolerance, input));
  }
}
