package io.mooring.mbt.trace;

import io.mooring.mbt.machine.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Reads what machines have notified of in the field, and says of each session whether the
 * specification explains it: each notification by some event in some location in which the machine
 * may be.
 *
 * <p>A trace is a JSON object on each line. One with the fields of a notification is a
 * notification, and may name the {@code event} that caused it; one with an {@code event} alone is
 * an event that notifies of nothing, or whose notification is an entry of its own; one with a
 * {@code from} is a whole step, with {@code event}, {@code to}, {@code outcome}, {@code code},
 * {@code notifications} (or {@code told}) and {@code effects}. All may have {@code session} and
 * {@code time}. One with {@code restored} is the location from which a later process continues, and
 * one with {@code repeated} a notification that an earlier process may have received. A behaviour
 * of the specification in the Informal Trace Format is read, too, and the same objects as the
 * states of one. Files may be compressed by gzip.
 *
 * <p>It streams: of a session it keeps some hundred bytes, whatever its length. Immutable, and safe
 * for use by several threads.
 */
public final class TraceValidator {

  /** How many rejections and faults a report has at most. */
  public static final int MOST_REPORTED = 1_000;

  private final NotificationAutomaton automaton;
  private final TraceWords words;
  private final TraceRules rules;

  private TraceValidator(Machine machine, TraceRules rules) {
    this.automaton = new NotificationAutomaton(machine, rules.eventsMayBeUnseen());
    this.words = new TraceWords(machine, automaton, rules.begin(machine));
    this.rules = rules;
  }

  /**
   * How to validate.
   *
   * @param tolerance how wrong the times may be
   * @param fromTheMiddle whether a session may begin in any location; otherwise it begins where the
   *     {@linkplain TraceRules#begin rules} say
   * @param continued whether the files are parts of one trace, in their order; otherwise the
   *     sessions of each are its own
   * @param progress is called now and then with how many bytes were read
   * @param stop returns whether to stop, and is called now and then
   */
  public record Options(
      Duration tolerance,
      boolean fromTheMiddle,
      boolean continued,
      LongConsumer progress,
      BooleanSupplier stop) {

    /** A second of tolerance, whole sessions, each file for itself. */
    public static final Options DEFAULT =
        new Options(Duration.ofSeconds(1), false, false, read -> {}, () -> false);
  }

  /**
   * Validates traces of a machine of which nothing else is known.
   *
   * @throws IllegalArgumentException if the machine has no notifications
   */
  public static TraceValidator of(Machine machine) {
    return of(machine, TraceRules.NONE);
  }

  /**
   * Validates traces of a machine.
   *
   * @param rules what else is known of them
   * @throws IllegalArgumentException if the machine has no notifications
   */
  public static TraceValidator of(Machine machine, TraceRules rules) {
    return new TraceValidator(machine, rules);
  }

  /**
   * Judges sessions one entry after the other, by the same rules.
   *
   * @param tolerance how wrong the times may be
   * @param fromTheMiddle whether a session may begin in any location
   * @throws IllegalArgumentException if the rules have {@linkplain TraceRules#session conditions}
   *     that cannot be written
   */
  public SessionJudge judge(Duration tolerance, boolean fromTheMiddle) {
    return new SessionJudge(automaton, words, rules, tolerance, fromTheMiddle);
  }

  /**
   * Validates files.
   *
   * @throws IOException if one cannot be read
   */
  public ValidationReport validate(List<Path> files, Options options) throws IOException {
    return validateAll(files.stream().map(TraceSource::of).toList(), options);
  }

  /**
   * Validates files, pipes and other streams, one after the other.
   *
   * @throws IOException if one cannot be read
   */
  public ValidationReport validateAll(List<TraceSource> sources, Options options)
      throws IOException {
    TraceReading reading = new TraceReading(automaton, words, rules, options);
    for (TraceSource source : sources) {
      reading.read(source);
    }
    return reading.report();
  }
}
