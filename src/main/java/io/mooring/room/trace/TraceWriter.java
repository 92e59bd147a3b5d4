package io.mooring.room.trace;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.Life;
import io.mooring.room.StepRecorder;
import io.mooring.room.TimeAway;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what one room connection decides as a JSON object on each line, with the names of the
 * specification. {@code src/docs/guide/traces.md} describes the format.
 *
 * <p>A line is written as a whole, and after a step that was taken the target is flushed, if it can
 * be: the file has everything that the application was notified of, also if the process dies. What
 * was ignored, refused or stale is flushed with the next step that is taken, or by {@link #close}.
 *
 * <p>When writing fails, an {@link UncheckedIOException} says so once, which the connection reports
 * to its {@link io.mooring.room.FailureHandler}; after that nothing is written and nothing thrown.
 * The trace is then whole up to some line, and possibly has a part of one more.
 *
 * <p>A slow disk delays notifications, and no effect. Safe for use by any thread.
 */
public final class TraceWriter implements StepRecorder, Closeable {

  private final Appendable target;
  private final String name;
  private final JsonLine line = new JsonLine();
  private boolean begun;
  private boolean over;
  private long began;

  private TraceWriter(Appendable target, String name) {
    this.target = target;
    this.name = name;
  }

  /**
   * Writes to a file, in ASCII.
   *
   * @param file is replaced if it exists
   * @throws IOException when it cannot be opened
   */
  public static TraceWriter to(Path file) throws IOException {
    return new TraceWriter(Files.newBufferedWriter(file), file.toString());
  }

  /**
   * Appends to a target, for example a {@link java.io.Writer} or a {@link StringBuilder}.
   *
   * @param target is flushed if it is {@link Flushable}, and closed with this if it is {@link
   *     Closeable}
   */
  public static TraceWriter to(Appendable target) {
    return new TraceWriter(requireNonNull(target, "target"), target.getClass().getName());
  }

  @Override
  public synchronized void recorded(long nanoTime, long sessionEpoch, Step step) {
    if (over) {
      return;
    }
    begin(nanoTime, sessionEpoch, step.event());
    line.name("from").string(step.from().name());
    line.name("to").string(step.to().name());
    line.name("outcome").string(step.outcome().value());
    line.name("code").string(step.code().name());
    line.name("told").open('[');
    for (Notification told : step.notifications()) {
      line.open('{');
      line.name("state").string(told.state().name());
      line.name("reason").string(told.reason().name());
      line.close('}');
    }
    line.close(']');
    end(step.effects(), step.outcome() == Outcome.TAKEN);
  }

  @Override
  public synchronized void stale(
      long nanoTime, long sessionEpoch, Event event, List<Effect> undone) {
    if (over) {
      return;
    }
    begin(nanoTime, sessionEpoch, event);
    line.name("stale").yes();
    end(undone, false);
  }

  @Override
  public synchronized void restored(
      long nanoTime, ConnectionSnapshot snapshot, TimeAway sinceLoss, Life life) {
    if (over) {
      return;
    }
    begin(nanoTime, snapshot.sessionEpoch());
    line.name("restored").string(snapshot.location().name());
    line.name("life").number(life.number());
    line.name("lostAtLeast").number(sinceLoss.atLeast().toNanos());
    line.name("lostAtMost").number(sinceLoss.atMost().toNanos());
    end(true);
  }

  private void begin(long nanoTime, long session, Event event) {
    begin(nanoTime, session);
    line.name("event").string(event.action());
  }

  private void begin(long nanoTime, long session) {
    if (!begun) {
      begun = true;
      began = nanoTime;
    }
    line.begin();
    line.name("nanos").number(nanoTime - began);
    line.name("session").number(session);
  }

  private void end(List<Effect> effects, boolean flush) {
    line.name("effects").open('[');
    for (Effect effect : effects) {
      line.string(effect.value());
    }
    line.close(']');
    end(flush);
  }

  private void end(boolean flush) {
    try {
      target.append(line.end());
      if (flush && target instanceof Flushable flushable) {
        flushable.flush();
      }
    } catch (IOException failed) {
      over = true;
      throw new UncheckedIOException("The trace ends here, " + name + " takes no more", failed);
    }
  }

  /**
   * Ends the trace; what is decided afterwards is not written.
   *
   * @throws IOException when what was not flushed yet cannot be written
   */
  @Override
  public synchronized void close() throws IOException {
    over = true;
    if (target instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
