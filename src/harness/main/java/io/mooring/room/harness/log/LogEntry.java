package io.mooring.room.harness.log;

import io.mooring.mbt.run.Mermaid;
import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.TimeAway;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.Locale;

/** One entry in the log of a run. */
public sealed interface LogEntry
    permits LogEntry.Given,
        LogEntry.Inside,
        LogEntry.WithoutEffect,
        LogEntry.Decided,
        LogEntry.Ran,
        LogEntry.Attempted,
        LogEntry.Notified,
        LogEntry.Threw,
        LogEntry.Returned,
        LogEntry.Queued,
        LogEntry.Stored,
        LogEntry.Died,
        LogEntry.Restored,
        Observation {

  /** The entry as a line of the path: the number of a stimulus, or blanks, and then the text. */
  default String line() {
    return " ".repeat(7) + text();
  }

  /** The entry in words; the first ten characters say what kind of entry it is. */
  String text();

  /** The entry in a Mermaid sequence diagram; empty if the diagram does not show it. */
  default String arrow() {
    return "";
  }

  /** A stimulus is applied; its number counts from 1. */
  record Given(int number, long nanoTime, Stimulus stimulus) implements LogEntry {
    @Override
    public String line() {
      return String.format(Locale.ROOT, "%3d. %s", number, text());
    }

    @Override
    public String text() {
      return stimulus.text() + "  at " + RoomText.seconds(nanoTime);
    }

    @Override
    public String arrow() {
      return stimulus.arrow();
    }
  }

  /** A stimulus is applied while a callback runs. */
  record Inside(Stimulus stimulus) implements LogEntry {
    @Override
    public String text() {
      return "inside    " + stimulus.text();
    }

    @Override
    public String arrow() {
      return stimulus.arrow() + " (in callback)";
    }
  }

  /** The stimulus has no effect at that moment. */
  record WithoutEffect(String why) implements LogEntry {
    @Override
    public String text() {
      return "nothing   " + why;
    }
  }

  /** The connection decided a step. */
  record Decided(Step step) implements LogEntry {
    @Override
    public String text() {
      String source = step.source().isEmpty() ? "" : "  (" + step.source() + ")";
      return "step      " + RoomText.step(step) + source;
    }

    @Override
    public String arrow() {
      String where =
          step.from() == step.to() ? step.to() + " stays" : step.from() + " to " + step.to();
      String what = step.event().action() + " " + step.outcome().value();
      return "Note over Connection: " + where + " (" + what + ")";
    }
  }

  /** An effect was executed. */
  record Ran(String where, Effect effect) implements LogEntry {
    @Override
    public String text() {
      return "ran       " + effect.value() + " on " + where;
    }

    @Override
    public String arrow() {
      return "Connection->>World: " + Mermaid.plain(effect.value() + " on " + where);
    }
  }

  /** An attempt to reconnect began in a session. */
  record Attempted(String where, int number) implements LogEntry {
    @Override
    public String text() {
      return "attempted number " + number + " on " + where;
    }

    @Override
    public String arrow() {
      return "Connection->>World: attempt " + number + " on " + where;
    }
  }

  /** The listener was called. */
  record Notified(ConnectionChange change) implements LogEntry {
    @Override
    public String text() {
      String states = change.from() + " -> " + change.to();
      return "notified  #" + change.sequence() + " " + states + ", " + change.reason();
    }

    @Override
    public String arrow() {
      return "Connection-->>User: " + change.to() + ", " + change.reason();
    }
  }

  /** The listener threw. */
  record Threw() implements LogEntry {
    @Override
    public String text() {
      return "threw     the listener";
    }

    @Override
    public String arrow() {
      return "User--xConnection: throws";
    }
  }

  /** A command returned. */
  record Returned(Event command, ReturnCode code) implements LogEntry {
    @Override
    public String text() {
      return "returned  " + command.action() + ": " + code + " " + code.code();
    }

    @Override
    public String arrow() {
      return "Connection-->>User: returns " + code;
    }
  }

  /** The executor of the listeners queued a change. */
  record Queued(ConnectionChange change) implements LogEntry {
    @Override
    public String text() {
      return "queued    " + change;
    }
  }

  /** The store was given a snapshot. */
  record Stored(ConnectionSnapshot snapshot) implements LogEntry {
    @Override
    public String text() {
      return "stored    " + snapshot;
    }
  }

  /** The process died. */
  record Died() implements LogEntry {
    @Override
    public String text() {
      return "died      the process";
    }
  }

  /**
   * Another process continues from a snapshot, and knows so much about the time since the death.
   */
  record Restored(ConnectionSnapshot snapshot, TimeAway known) implements LogEntry {
    @Override
    public String text() {
      return "restored  " + snapshot + ", away " + known;
    }
  }
}
