package io.mooring.flink;

import io.mooring.mbt.trace.CodedEntry;
import io.mooring.mbt.trace.JudgedSession;
import io.mooring.mbt.trace.SessionFault;
import io.mooring.mbt.trace.SessionJudge;
import io.mooring.mbt.trace.TraceEntry;
import io.mooring.mbt.trace.TraceFormatException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes lines of sessions in their order. Has no state of its own; one for each task. */
final class Judgement {
  private static final Comparator<Line> ORDER =
      Comparator.comparingLong((Line each) -> each.callback().time())
          .thenComparingLong(each -> each.callback().sequence())
          .thenComparingLong(Line::time);

  private final SessionJudge judge;
  private final FleetOptions options;
  private final @Nullable RowCounts counts;

  /**
   * A line that was read.
   *
   * @param entry what it says; null if there is nothing in it to judge, or it cannot be read
   * @param unreadable why it cannot be read; null if it can
   */
  record Line(Callback callback, @Nullable TraceEntry entry, @Nullable String unreadable) {

    long time() {
      return entry == null ? TraceEntry.NO_TIME : entry.time();
    }
  }

  Judgement(Rules rules, FleetOptions options) {
    this.judge = rules.validator().judge(options.tolerance(), options.fromTheMiddle());
    this.options = options;
    this.counts = options.table().isEmpty() ? null : new RowCounts(judge.machine().rows());
    checkSilence(judge, options);
  }

  /** Refuses, where the stream is built, what each task would refuse. */
  static void check(Rules rules, FleetOptions options) {
    checkSilence(rules.validator().judge(options.tolerance(), options.fromTheMiddle()), options);
  }

  private static void checkSilence(SessionJudge judge, FleetOptions options) {
    if (options.silence().compareTo(judge.longest().plus(options.tolerance())) <= 0) {
      throw new IllegalArgumentException(
          "a session that is silent for "
              + options.silence()
              + " is not over: something in it may last for "
              + judge.longest()
              + "; give it a longer silence");
    }
  }

  /** Lines by their times; those of one time in the order in which they say they were written. */
  List<Line> inOrder(List<Callback> callbacks) {
    if (callbacks.size() == 1) {
      return List.of(read(callbacks.get(0)));
    }
    List<Line> lines = new ArrayList<>(callbacks.size());
    for (Callback each : callbacks) {
      lines.add(read(each));
    }
    lines.sort(ORDER);
    return lines;
  }

  private Line read(Callback callback) {
    try {
      CodedEntry coded = callback.entry();
      if (coded != null && coded.fingerprint() == judge.fingerprint()) {
        return new Line(callback, judge.entry(coded).orElse(null), null);
      }
      Optional<TraceEntry> entry = judge.entry(callback.line().getBytes(StandardCharsets.UTF_8));
      return new Line(callback, entry.orElse(null), null);
    } catch (TraceFormatException wrong) {
      return new Line(callback, null, wrong.getMessage());
    }
  }

  /** Whether a line was judged already. */
  boolean isRepeated(Callback callback, SessionState state) {
    return switch (options.duplicates()) {
      case NONE -> false;
      case SEQUENCE ->
          !state.isUndecided()
              && callback.sequence() != Callback.NONE
              && callback.sequence() <= state.sequence;
      case REPETITION -> state.remembers(Texts.digest(callback.line()));
    };
  }

  /**
   * Takes the next line of a session.
   *
   * @return whether it is the one that is not explained
   */
  boolean take(Line line, SessionState state) throws IOException {
    Callback callback = line.callback();
    remember(callback, state);
    TraceEntry entry = line.entry();
    if (entry == null || state.isUndecided()) {
      return false;
    }
    JudgedSession session = session(entry, state);
    boolean before = session.isRejected();
    int row = counts == null ? JudgedSession.NO_ROW : session.row(entry);
    if (!before) {
      state.latest = Math.max(state.latest, entry.time());
    }
    state.judged++;
    if (options.keep() > 0 && !state.isRejected()) {
      state.keep(callback.line(), options.keep());
    }
    Optional<SessionFault> fault = session.take(entry, state.judged);
    state.session = session;
    if (fault.isEmpty()) {
      if (counts != null && !before) {
        counts.add(callback.time(), row);
      }
      return false;
    }
    state.rejected = callback.time();
    state.line = callback.line();
    state.reason =
        entry instanceof TraceEntry.Notified notified
            ? notified.notification().name(options.reason())
            : "";
    reject(fault.get(), state);
    return true;
  }

  /** What was counted; null if nothing is. */
  @Nullable RowCounts counts() {
    return counts;
  }

  private void remember(Callback callback, SessionState state) {
    state.first = state.first == Callback.NONE ? callback.time() : state.first;
    state.version = state.version.isEmpty() ? callback.version() : state.version;
    state.region = state.region.isEmpty() ? callback.region() : state.region;
    switch (options.duplicates()) {
      case NONE -> {}
      case REPETITION -> state.remember(Texts.digest(callback.line()));
      case SEQUENCE -> {
        long expected = state.sequence == Callback.NONE ? 1 : state.sequence + 1;
        if (callback.sequence() == Callback.NONE) {
          state.undecided(callback.time(), "a line has no number");
        } else if (callback.sequence() > expected) {
          state.undecided(
              callback.time(),
              "the lines from " + expected + " to " + (callback.sequence() - 1) + " are missing");
        }
        state.sequence = Math.max(state.sequence, callback.sequence());
      }
    }
  }

  /** The session as it was; of another specification it goes on anywhere. */
  private JudgedSession session(TraceEntry entry, SessionState state) throws IOException {
    if (state.session != null) {
      return state.session;
    }
    if (state.where.length == 0) {
      state.fingerprint = judge.fingerprint();
      return judge.begin(entry);
    }
    if (state.fingerprint != judge.fingerprint()) {
      state.fingerprint = judge.fingerprint();
      return judge.anywhere();
    }
    return read(state);
  }

  private JudgedSession read(SessionState state) throws IOException {
    return state.session != null
        ? state.session
        : judge.read(new DataInputStream(new ByteArrayInputStream(state.where)));
  }

  private static void reject(SessionFault fault, SessionState state) {
    state.rule = fault.rules().get(fault.rules().size() - 1);
    state.step = fault.step();
    state.message = fault.message();
  }

  /** A time at which a session is over that has said nothing since another, in nanoseconds. */
  long later(long latest) {
    return latest == TraceEntry.NO_TIME ? latest : latest + options.silence().toNanos();
  }

  /**
   * A session ends.
   *
   * @param now the latest time that is known, in nanoseconds
   */
  void end(SessionState state, long now) throws IOException {
    if ((state.session == null && state.where.length == 0)
        || state.isUndecided()
        || state.isRejected()
        || state.fingerprint != judge.fingerprint()) {
      return;
    }
    read(state)
        .end(now)
        .ifPresent(
            fault -> {
              state.rejected = state.last;
              reject(fault, state);
            });
  }
}
