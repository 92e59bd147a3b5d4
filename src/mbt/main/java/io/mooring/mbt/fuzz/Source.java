package io.mooring.mbt.fuzz;

import io.mooring.mbt.run.Run;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where a fuzz gets its lists from. Thread-safe. */
interface Source<I> {

  /**
   * The list of a try.
   *
   * @param tryNumber the number of the try
   * @param random the random source of the thread that runs it
   */
  List<I> next(long tryNumber, RandomGenerator random);

  /** A list was run. */
  void ran(Run<I> run);

  /** A list of the corpus folder was run. */
  void ranOfCorpus(Run<I> run);

  /** How many lists it keeps. */
  int kept();
}
