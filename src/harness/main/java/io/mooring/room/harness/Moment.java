package io.mooring.room.harness;

import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionSnapshot;
import io.mooring.room.TimeAway;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;

/** What was seen during a walk, in the order of seeing. */
sealed interface Moment {

  /** A stimulus begins; its number counts from 1. */
  record Given(int number, long nanoTime, Stimulus stimulus) implements Moment {}

  /** The stimulus could not be given at that moment. */
  record WithoutEffect(String why) implements Moment {}

  /** A command from inside a callback. */
  record GivenInside(Event command) implements Moment {}

  /** The connection decided a step. */
  record Decided(long epoch, Step step) implements Moment {}

  /** An effect was carried out. */
  record Ran(String where, Effect effect) implements Moment {}

  /** A session was asked for an attempt to get back. */
  record Tried(String where, int number) implements Moment {}

  /** The listener was called. */
  record Told(ConnectionChange change) implements Moment {}

  /** The listener threw. */
  record Threw() implements Moment {}

  /** A stimulus of a timed run, inside a callback. */
  record Inside(Stimulus stimulus) implements Moment {}

  /** A change was handed over to the executor of the listeners. */
  record HandedOver(ConnectionChange change) implements Moment {}

  /** What the judge of a timed run was shown. */
  record Observed(Observation seen) implements Moment {}

  /** The store was given a snapshot. */
  record Stored(ConnectionSnapshot snapshot) implements Moment {}

  /** The process died. */
  record Died() implements Moment {}

  /** Another process goes on from a snapshot, and is told how long ago the first has died. */
  record Restored(ConnectionSnapshot snapshot, TimeAway known) implements Moment {}

  /** A command returned. */
  record Returned(Event command, ReturnCode code) implements Moment {}
}
