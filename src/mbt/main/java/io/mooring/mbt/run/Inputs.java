package io.mooring.mbt.run;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a test gives to a system: how inputs are generated, written, read, mutated and made simpler.
 * {@link EventInputs} serves every machine; a harness that can do more than give events has inputs
 * of its own.
 *
 * <p>Safe for use by several threads.
 *
 * @param <I> the inputs: values
 */
public interface Inputs<I> {

  /** Lists of inputs, of up to about this many. */
  Generator<List<I>> lists(int maxLength);

  /** One input, of the same kinds and as often as in such lists. */
  Generator<I> any();

  /** An input as one line. */
  String text(I input);

  /**
   * Parses an input from a line without comments and without white space at its ends.
   *
   * @throws InputFormatException if the line cannot be parsed; the message names the value and the
   *     permitted values
   */
  I parse(String line) throws InputFormatException;

  /** The simpler forms of an input, the simplest first, for shrinking. */
  List<I> simpler(I input);

  /** A similar input, for mutation; empty if there is none. */
  Optional<I> variant(I input, RandomGenerator random);

  /**
   * The input that makes an event of the machine occur.
   *
   * @param event the number of the event
   */
  I of(int event);
}
