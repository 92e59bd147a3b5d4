package io.mooring.mbt.driver;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How walks are made. Immutable.
 *
 * @param seed the seed of the random walks
 * @param walks how many random walks there are, unless there is a time for them
 * @param time for how long random walks are made; empty for a number of them
 * @param steps how many steps a walk has at most
 * @param stepLimit how long one call of the driver may take; then it hangs
 * @param states how many states of the specification are explored to know what can be covered
 * @param internal the names of actions that happen by themselves, unseen: the driver is never given
 *     one
 * @param refused the names of actions that the implementation must refuse where the specification
 *     does not allow them: walks try them there too
 * @param ignored the names of actions that the driver cannot take: where it would be given one, it
 *     is counted instead
 */
public record WalkOptions(
    long seed,
    int walks,
    Optional<Duration> time,
    int steps,
    Duration stepLimit,
    int states,
    Set<String> internal,
    Set<String> refused,
    Set<String> ignored) {

  /** 100 random walks of up to 50 steps; 5 s for a call; 10,000 states. */
  public static final WalkOptions DEFAULT =
      new WalkOptions(
          1,
          100,
          Optional.empty(),
          50,
          Duration.ofSeconds(5),
          10_000,
          Set.of(),
          Set.of(),
          Set.of());

  /** Copies the sets and refuses what is not positive. */
  public WalkOptions {
    if (walks < 1 || steps < 1 || states < 1) {
      throw new IllegalArgumentException("walks, steps and states must be 1 or more");
    }
    if (stepLimit.isNegative() || stepLimit.isZero()) {
      throw new IllegalArgumentException("the limit of a step must be positive");
    }
    internal = Set.copyOf(internal);
    refused = Set.copyOf(refused);
    ignored = Set.copyOf(ignored);
  }

  /** The same with another seed. */
  public WalkOptions withSeed(long other) {
    return new WalkOptions(
        other, walks, time, steps, stepLimit, states, internal, refused, ignored);
  }

  /** The same with a number of random walks. */
  public WalkOptions withWalks(int number) {
    return new WalkOptions(
        seed, number, Optional.empty(), steps, stepLimit, states, internal, refused, ignored);
  }

  /** The same with random walks for a time. */
  public WalkOptions during(Duration limit) {
    return new WalkOptions(
        seed, walks, Optional.of(limit), steps, stepLimit, states, internal, refused, ignored);
  }

  /** The same with another length of walks. */
  public WalkOptions withSteps(int most) {
    return new WalkOptions(seed, walks, time, most, stepLimit, states, internal, refused, ignored);
  }

  /** The same with another limit for one call of the driver. */
  public WalkOptions withStepLimit(Duration limit) {
    return new WalkOptions(seed, walks, time, steps, limit, states, internal, refused, ignored);
  }

  /** The same with another number of states to explore. */
  public WalkOptions exploring(int most) {
    return new WalkOptions(seed, walks, time, steps, stepLimit, most, internal, refused, ignored);
  }

  /** The same with actions that happen by themselves. */
  public WalkOptions withInternal(Set<String> actions) {
    return new WalkOptions(seed, walks, time, steps, stepLimit, states, actions, refused, ignored);
  }

  /** The same with actions that must be refused where they are not allowed. */
  public WalkOptions withRefused(Set<String> actions) {
    return new WalkOptions(seed, walks, time, steps, stepLimit, states, internal, actions, ignored);
  }

  /** The same with actions that the driver cannot take. */
  public WalkOptions withIgnored(Set<String> actions) {
    return new WalkOptions(seed, walks, time, steps, stepLimit, states, internal, refused, actions);
  }
}
