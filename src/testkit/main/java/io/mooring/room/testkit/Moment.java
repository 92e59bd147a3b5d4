package io.mooring.room.testkit;

import io.mooring.room.ConnectionChange;
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

  /** What a timed run shows beside decisions, effects and callbacks. */
  record Noted(String text) implements Moment {}

  /** A command returned. */
  record Returned(Event command, ReturnCode code) implements Moment {}
}
