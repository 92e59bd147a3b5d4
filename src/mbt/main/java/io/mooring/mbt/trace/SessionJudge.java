package io.mooring.mbt.trace;

import io.mooring.mbt.machine.Constant;
import io.mooring.mbt.machine.Machine;
import io.mooring.mbt.machine.MachineStep;
import java.io.DataInput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

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
  private final Supplier<EntryParser> parsers;
  private final List<TraceNotification> notifications = new ArrayList<>();
  private final int begin;
  private final long tolerance;
  private final boolean fromTheMiddle;
  private final long fingerprint;
  private final BitSet shown = new BitSet();

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
    for (MachineStep step : machine.steps()) {
      boolean moves = !rules.eventsMayBeUnseen() && step.to() != step.from();
      shown.set(
          machine.row(step.from(), step.event()),
          moves || !step.outputs().notifications().isEmpty());
    }
    boolean numbered = rules.numbers().isPresent();
    this.parsers = () -> new EntryParser(machine, traceWords, numbered, new MemberNames());
    this.parser = parsers.get();
    for (Map<String, Constant> fields : automaton.notifications()) {
      notifications.add(new TraceNotification(notifications.size(), fields, List.of()));
    }
  }

  /**
   * Identifies the machine and its rules: a session that was written with another fingerprint
   * cannot be {@linkplain #read read}. Comments of the specification and places in it do not count.
   */
  public long fingerprint() {
    return fingerprint;
  }

  /** The machine: a row has the number that {@link Machine#row} gives it. */
  public Machine machine() {
    return words.machine();
  }

  /**
   * Whether lines show a row of the machine whenever it is taken: it notifies of something, or it
   * changes the location and {@linkplain TraceRules#eventsMayBeUnseen must be seen}. Other rows are
   * in a trace only if whatever writes it names their events.
   *
   * @param row its number
   */
  public boolean isShown(int row) {
    return shown.get(row);
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

  /**
   * A reader of lines, which also reads other members.
   *
   * @param texts the names of members that are texts; the first differs from line to line
   * @param numbers the names of members that are numbers, or texts
   */
  public LineReader reader(List<String> texts, List<String> numbers) {
    return new LineReader(parsers.get(), fingerprint, texts, numbers);
  }

  /**
   * What a line said that was read in another place. Its session has no name.
   *
   * @return what it says; empty if there is nothing in it to judge
   * @throws IllegalArgumentException if it has another {@link #fingerprint}
   */
  public Optional<TraceEntry> entry(CodedEntry coded) {
    if (coded.fingerprint() != fingerprint) {
      throw new IllegalArgumentException("an entry of another machine, or of other rules");
    }
    return switch (coded.kind()) {
      case NOTHING -> Optional.empty();
      case NOTIFIED ->
          Optional.of(
              new TraceEntry.Notified(
                  "",
                  coded.time(),
                  notifications.get(coded.notification()),
                  coded.event() == NotificationAutomaton.ANY
                      ? OptionalInt.empty()
                      : OptionalInt.of(coded.event())));
      case HAPPENED -> Optional.of(new TraceEntry.Happened("", coded.time(), coded.event()));
      case REPEATED ->
          Optional.of(
              new TraceEntry.Repeated("", coded.time(), notifications.get(coded.notification())));
    };
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
