package io.mooring.room.harness.model;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.time.Duration;

/** A method for each kind of {@link Stimulus}. */
public interface StimulusHandler {
  /** {@link Stimulus.Command}. */
  void command(Event command);

  /** {@link Stimulus.InCallback}. */
  void inCallback(Stimulus inside);

  /** {@link Stimulus.ThrowInCallback}. */
  void throwInCallback();

  /** {@link Stimulus.Fact}, of a session or one of its attempts. */
  void fact(Event fact, int age);

  /** {@link Stimulus.Fire}. */
  void fire(Timer timer, int age);

  /** {@link Stimulus.AttemptEnds}. */
  void attemptEnds(boolean succeeded, int age);

  /** {@link Stimulus.Advance}. */
  void advance(Duration by);

  /** {@link Stimulus.Sleep}. */
  void sleep(Duration time);

  /** {@link Stimulus.Die}. */
  void die(Stimulus.Die death);

  /** {@link Stimulus.Block}. */
  void block(BlockingCall call);

  /** {@link Stimulus.Unblock}. */
  void unblock(BlockingCall call);
}
